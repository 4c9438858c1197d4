import { validate } from 'uuid';

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** The UUID under which the sender follows the request, or null where it gave none. */
export function correlationIdOf(headers: Headers): string | null {
  for (const name of ['x-correlation-id', 'request-id']) {
    const given = headers[name];
    if (typeof given === 'string' && validate(given)) return given.toLowerCase();
  }
  return null;
}
