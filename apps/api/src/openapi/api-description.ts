import { readFileSync } from 'node:fs';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';

/**
 * Collected from the comments by `npm run describe:api`, by `Class.member`; a route's parameters by
 * `Class.method?name`.
 */
const descriptions = JSON.parse(
  readFileSync(new URL('descriptions.json', import.meta.url), 'utf8'),
) as Readonly<Record<string, string>>;

const about =
  'Vad en nämnd beslutar, budgeterar, prognostiserar och omfördelar, registrerat som händelser som aldrig ändras. ' +
  'Belopp är heltal i öre. Datum skrivs ÅÅÅÅ-MM-DD och tidpunkter i UTC.';

/** The description of the API (OpenAPI 3.1): routes and shapes from the decorators, words from the comments. */
export function apiDescription(app: NestFastifyApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Paragraf')
    .setDescription(about)
    .setVersion('1')
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    operationIdFactory: (controller, method) => `${controller}.${method}`,
  });
  Object.values(document.paths)
    .flatMap((path) => Object.values(path as PathItem))
    .forEach(describeOperation);
  Object.entries((document.components?.schemas ?? {}) as Schemas).forEach(describeSchema);
  return document;
}

interface Described {
  description?: string;
}

interface Operation {
  operationId: string;
  summary?: string;
  parameters?: (Described & { readonly name: string })[];
}

type PathItem = Readonly<Record<string, Operation>>;
type Schemas = Readonly<Record<string, { readonly properties?: Readonly<Record<string, Described>> }>>;

function describeOperation(operation: Operation): void {
  const { operationId, parameters = [] } = operation;
  operation.summary ??= descriptions[operationId];
  operation.operationId = operationId.replace('Http.', '.');
  for (const parameter of parameters) describe(parameter, `${operationId}?${parameter.name}`);
}

function describeSchema([name, { properties = {} }]: [string, Schemas[string]]): void {
  for (const [key, property] of Object.entries(properties)) describe(property, `${name}.${key}`);
}

function describe(what: Described, key: string): void {
  what.description ??= descriptions[key];
}
