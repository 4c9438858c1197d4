import { committeeCodePattern } from './citation.js';

/** The id of a municipality, which is the tenant: `alingsas`. */
export const municipalityPattern = /^[a-z][a-z0-9-]{1,62}$/;

/** A stream: its tenant, and its name within the tenant. Nothing is ever read across tenants. */
export interface StreamId {
  readonly tenant: string;
  /** `{context}-{committee}.{key}`, or `{context}.{key}` for what concerns the whole municipality. */
  readonly name: string;
}

export interface StreamName {
  readonly context: string;
  readonly committee: string | null;
  readonly key: string;
}

const namePattern = /^([a-z][A-Za-z]*)(?:-([A-ZÅÄÖ][A-ZÅÄÖ0-9]{0,9}))?\.([A-Za-z0-9.-]{1,100})$/u;

export function streamName({ context, committee, key }: StreamName): string {
  const name = committee === null ? `${context}.${key}` : `${context}-${committee}.${key}`;
  if (!namePattern.test(name) || (committee !== null && !committeeCodePattern.test(committee))) {
    throw new Error(`"${name}" is not a stream name.`);
  }
  return name;
}

/** The parts of a stream name. Throws where it is none: names come from our own code or from the log. */
export function parseStreamName(name: string): StreamName {
  const match = namePattern.exec(name);
  if (!match) throw new Error(`"${name}" is not a stream name.`);
  return { context: match[1] ?? '', committee: match[2] ?? null, key: match[3] ?? '' };
}

/** `alingsas:budget-SN.2025` */
export function printStreamId({ tenant, name }: StreamId): string {
  return `${tenant}:${name}`;
}

export function parseStreamId(text: string): StreamId {
  const colon = text.indexOf(':');
  const [tenant, name] = [text.slice(0, colon), text.slice(colon + 1)];
  if (!municipalityPattern.test(tenant)) throw new Error(`"${text}" is not a stream.`);
  parseStreamName(name);
  return { tenant, name };
}
