import type { Projection } from '#libs/kernel';
import type { UncitedStreamDoc } from './uncited-facts.js';

/** Hands the projection over to whoever reads it. The class is also the injection token. */
export class UncitedFacts {
  constructor(readonly projection: Projection<UncitedStreamDoc>) {}
}
