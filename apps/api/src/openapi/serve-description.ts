import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { apiDescription } from './api-description.js';

/** Serves the description of the API at /openapi.json, and pages to read it and try it at /docs. */
export function serveDescription(app: NestFastifyApplication): void {
  let document: OpenAPIObject | undefined;
  // Made when it is first asked for: few starts need it.
  SwaggerModule.setup('docs', app, () => (document ??= apiDescription(app)), {
    jsonDocumentUrl: 'openapi.json',
    raw: ['json'],
    customSiteTitle: 'Paragraf',
  });
}
