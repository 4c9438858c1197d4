import type { Projection } from '#libs/kernel';
import { untyped, type AnyProjection } from './any-projection.js';
import { UnknownReadModelError } from './errors.js';

const namePattern = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
/** PostgreSQL cuts names at 63 bytes; the number of the generation and the names of indexes come on top. */
const maxNameLength = 40;
/** The tables that stand beside the read models in their schema. */
const reservedNames = ['registry', 'checkpoint', 'dead-letter', 'source-log'];

/** The projections of a process, by name. */
export class Catalogue {
  private readonly byName: ReadonlyMap<string, Projection<unknown>>;

  /** Throws where a name is unfit or taken, or a version is not a whole number from 1. */
  constructor(projections: readonly AnyProjection[]) {
    projections.forEach(assertFit);
    this.byName = new Map(projections.map((projection) => [projection.name, untyped(projection)]));
    if (this.byName.size < projections.length) throw new Error('Two projections have the same name.');
  }

  get all(): readonly Projection<unknown>[] {
    return [...this.byName.values()];
  }

  get(name: string): Projection<unknown> {
    const projection = this.byName.get(name);
    if (!projection) throw new UnknownReadModelError(name);
    return projection;
  }
}

function assertFit({ name, version }: AnyProjection): void {
  if (!namePattern.test(name) || name.length > maxNameLength || reservedNames.includes(name)) {
    throw new Error(`"${name}" cannot name a read model.`);
  }
  if (!Number.isInteger(version) || version < 1) {
    throw new Error(`The version of "${name}" is not 1 or more.`);
  }
}
