import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';

/** Serves the description of the API at /openapi.json, and pages to read and try it at /docs. */
export async function describeApi(app: NestFastifyApplication): Promise<void> {
  let document: OpenAPIObject | undefined;
  // Made when it is first asked for: few starts need it.
  SwaggerModule.setup('docs', app, () => (document ??= apiDescription(app)), {
    jsonDocumentUrl: 'openapi.json',
    raw: ['json'],
    customSiteTitle: 'Paragraf',
  });
}

export function apiDescription(app: NestFastifyApplication): OpenAPIObject {
  const description =
    'Vad en nämnd beslutar, budgeterar, prognostiserar och omfördelar, registrerat som händelser som aldrig ändras. ' +
    'Belopp är heltal i öre. Datum är ÅÅÅÅ-MM-DD, tidpunkter UTC.';
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Paragraf')
    .setDescription(description)
    .setVersion('1');
  return SwaggerModule.createDocument(app, config.build(), {
    operationIdFactory: (controller, method) => `${controller.replace(/Http$/, '')}.${method}`,
  });
}
