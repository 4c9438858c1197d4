import { canonicalJson } from '../canonical-json.js';
import { LineError } from './line-error.js';

/** What a bundle says of itself in `bundle.json`: nothing that is believed, all of it checked against the rest. */
export interface BundleHead {
  readonly v: 1;
  readonly municipality: string;
  /** Of the log, as checkpoints name it. */
  readonly origin: string;
  /** How many events. */
  readonly size: number;
  /** In the order of their names. */
  readonly readModels: readonly ReadModelHead[];
}

/** A read model as it was served. It stands here as well as before its documents: a fold has to know where to stop. */
export interface ReadModelHead {
  readonly name: string;
  /** Of the projection that built it; null where it has not been built yet. */
  readonly version: number | null;
  /** How many events of the log it had folded: fewer than the log has where it lags behind. */
  readonly events: number;
  /** The id of the event at which it has halted, or null. */
  readonly haltedAt: string | null;
}

export function bundleHeadText({ v, municipality, origin, size, readModels }: BundleHead): string {
  return canonicalJson({ v, municipality, origin, size, readModels: readModels.map(known) });
}

export function readModelHeadText(head: ReadModelHead): string {
  return canonicalJson(known(head));
}

/** Throws {@link LineError} unless the text is what {@link bundleHeadText} writes of the result. */
export function parseBundleHead(text: string): BundleHead {
  let head: unknown;
  try {
    head = JSON.parse(text);
  } catch {
    throw new LineError('It is not JSON.');
  }
  if (!isHead(head)) throw new LineError('It lacks a field, or one has another value than it can have.');
  if (bundleHeadText(head) !== text) throw new LineError('It is not canonical, or has a field too many.');
  const names = head.readModels.map(({ name }) => name);
  if (names.some((name, n) => n > 0 && name <= (names[n - 1] ?? ''))) {
    throw new LineError('Its read models are not in the order of their names.');
  }
  return head;
}

const known = ({ name, version, events, haltedAt }: ReadModelHead): ReadModelHead => ({
  name,
  version,
  events,
  haltedAt,
});

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0;

function isHead(value: unknown): value is BundleHead {
  return (
    isObject(value) &&
    value['v'] === 1 &&
    /^[a-z][a-z0-9-]{1,62}$/.test(String(value['municipality'])) &&
    typeof value['origin'] === 'string' &&
    isCount(value['size']) &&
    Array.isArray(value['readModels']) &&
    value['readModels'].every(isReadModelHead)
  );
}

function isReadModelHead(value: unknown): value is ReadModelHead {
  return (
    isObject(value) &&
    /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(String(value['name'])) &&
    (value['version'] === null || isCount(value['version'])) &&
    isCount(value['events']) &&
    (value['haltedAt'] === null || typeof value['haltedAt'] === 'string')
  );
}
