import type { LogHead, Position } from '#libs/event-store';
import type { Checkpoint } from './checkpoint.js';
import type { Generation } from './generation.js';

export type ComparePositions = (a: Position, b: Position) => number;

/** How far each generation has come in each municipality. */
export class Standing<C extends Checkpoint = Checkpoint> {
  private readonly byKey: ReadonlyMap<string, C>;

  constructor(private readonly checkpoints: readonly C[]) {
    this.byKey = new Map(
      checkpoints.map((checkpoint) => [
        `${checkpoint.processor} ${checkpoint.generation} ${checkpoint.tenant}`,
        checkpoint,
      ]),
    );
  }

  of({ projection, number }: Generation, tenant: string): C | undefined {
    return this.byKey.get(`${projection.name} ${number} ${tenant}`);
  }

  /** How many events all of them have folded. */
  get events(): number {
    return this.checkpoints.reduce((sum, { events }) => sum + events, 0);
  }
}

/** Whether the checkpoint (none: nothing is folded) stands before the position. */
export function isBehind(
  checkpoint: Checkpoint | undefined,
  position: Position,
  compare: ComparePositions,
): boolean {
  const reached = checkpoint?.position ?? null;
  return reached === null || compare(reached, position) < 0;
}

/** Of each generation, the municipalities whose logs go on beyond what it has folded of them. */
export function laggards(
  generations: readonly Generation[],
  standing: Standing,
  heads: readonly LogHead[],
  compare: ComparePositions,
): { readonly generation: Generation; readonly tenant: string }[] {
  return heads.flatMap(({ tenant, position }) =>
    generations
      .filter((generation) => isBehind(standing.of(generation, tenant), position, compare))
      .map((generation) => ({ generation, tenant })),
  );
}
