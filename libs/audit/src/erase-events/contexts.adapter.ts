import type { Rejection, Basis, StreamKind } from '#libs/kernel';
import type { AnyProjection } from '#libs/read-model';

/**
 * What the application's contexts are made of: every kind of stream, and every view. The class is also the injection
 * token.
 */
export class Contexts {
  constructor(
    readonly streams: readonly StreamKind[],
    readonly projections: readonly AnyProjection[],
  ) {}
}

/**
 * Whether a paragraph is registered, answered by the context that registers them. The abstract class is also the
 * injection token.
 */
export abstract class ParagraphRegister {
  abstract citationObjection(tenant: string, basis: Basis): Promise<Rejection | null>;
}
