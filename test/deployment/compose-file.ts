import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { parse } from 'yaml';

interface Service {
  readonly image?: string;
  readonly build?: unknown;
  readonly extends?: unknown;
  readonly restart?: string;
  readonly healthcheck?: unknown;
  readonly cap_drop?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly ports?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

/** What is wrong with a compose file, one sentence each. */
export type Finding = string;

type Rule = (service: Service) => Finding | false | undefined;

const { $schema: _, ...schema } = JSON.parse(
  readFileSync(join(import.meta.dirname, 'fixtures/compose-spec/compose-spec.json'), 'utf8'),
) as Readonly<Record<string, unknown>>;
// The schema is of draft 7 and names it by an address that Ajv does not know; its formats are Docker's own.
const isComposeFile = new Ajv({ strict: false, validateFormats: false, allErrors: true }).compile(schema);

/** Where the file is not what the Compose Specification's schema allows. */
export function schemaFindings(text: string): Finding[] {
  if (isComposeFile(read(text))) return [];
  return (isComposeFile.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
}

/** Where the file is less careful than this house is. */
export function houseFindings(text: string): Finding[] {
  const { services } = read(text);
  const ofServices = Object.entries(services)
    .filter(([, service]) => service.extends === undefined)
    .flatMap(([name, service]) =>
      rules
        .map((rule) => rule(service))
        .filter(Boolean)
        .map((what) => `${name}: ${what}`),
    );
  return [...ofServices, ...optionalSecrets(text)];
}

/** Where the service `paragraf` finds its log: the address as it is with a password filled in. */
export function eventStoreUrl(text: string): string | undefined {
  const address = /esdb:\/\/paragraf:\$\{\w+:[-?][^}]*\}@([^\s}]+)/.exec(text)?.[1];
  return address && `esdb://paragraf:password@${address}`;
}

export function serviceNames(text: string): string[] {
  return Object.keys(read(text).services);
}

/** The names of what a service is told by its environment. */
export function environmentOf(text: string, service: string): string[] {
  return Object.keys(read(text).services[service]?.environment ?? {});
}

function read(text: string): { readonly services: Readonly<Record<string, Service>> } {
  return parse(text, { merge: true }) as ReturnType<typeof read>;
}

const isSecret = (name: string) => /PASSWORD|SECRET|TOKEN/.test(name);

const rules: readonly Rule[] = [
  ({ image = '', build }) =>
    build === undefined && !/:\d+\.\d+/.test(image) && `${image} is not pinned to a version`,
  ({ security_opt }) => !security_opt?.includes('no-new-privileges:true') && 'may gain privileges',
  ({ cap_drop }) => !cap_drop?.includes('ALL') && 'keeps capabilities that it may not need',
  ({ ports = [] }) =>
    ports.some((port) => !port.startsWith('127.0.0.1:')) && 'is reached from other machines',
  ({ restart, build, healthcheck }) =>
    restart !== 'no' && build === undefined && healthcheck === undefined && 'has no health check',
  ({ environment = {} }) =>
    Object.entries(environment).some(([name, value]) => isSecret(name) && !value.startsWith('${')) &&
    'has a secret written down',
];

/** Every secret is demanded somewhere, by the file or by a script in it: an empty one would be taken for a choice. */
function optionalSecrets(text: string): Finding[] {
  const used = new Set([...text.matchAll(/\$\{(\w+)/g)].map(([, name = '']) => name).filter(isSecret));
  return [...used].filter((name) => !text.includes(`{${name}:?`)).map((name) => `${name} may be empty`);
}
