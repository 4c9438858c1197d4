import type { Actor } from '#libs/kernel';

/**
 * Who acts in a request. The port where identity stands: today a single local actor from the settings answers it,
 * later a verified token. The abstract class is also the injection token.
 */
export abstract class ActorResolver {
  /** The actor of a request with these headers (lower-case names). */
  abstract resolve(headers: Readonly<Record<string, string | string[] | undefined>>): Promise<Actor>;
}
