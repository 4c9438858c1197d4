import type { Projection, Recorded } from '#libs/kernel';
import { inOrderOfBytes, type DocumentDigest, type FoldVerdict, type ReadModelHead } from '#libs/proof';
import type { DocShelf } from './doc-shelf.js';

type Difference = Pick<Extract<FoldVerdict, { verdict: 'different' }>, 'key' | 'problem'>;

/** The fold of the log into one read model, as far as the read model had come. */
export class ReadModelFold {
  private readonly keys = new Set<string>();
  /** Why the projection could not go on, or null. */
  private failure: string | null = null;

  constructor(
    readonly head: ReadModelHead,
    private readonly projection: Projection<unknown>,
    private readonly shelf: DocShelf,
  ) {}

  /** Takes in an event of its contexts. `place` is its place in the log, from 1; `size` about how many characters it has. */
  take(event: Recorded, place: number, size: number): void {
    if (place > this.head.events || this.failure !== null) return;
    try {
      for (const key of this.projection.keysOf(event)) this.evolve(key, event, size);
    } catch (error) {
      this.failure = `Händelse ${place} (${event.type}): ${error instanceof Error ? error.message : String(error)}`;
    }
  }

  /** Compares the documents, both sides in the order of their keys, and names the first one that differs. */
  async compare(stored: AsyncIterable<readonly DocumentDigest[]>): Promise<FoldVerdict> {
    if (this.failure !== null) {
      return { verdict: 'not-comparable', reason: 'not-foldable', detail: this.failure };
    }
    const folded = [...this.keys].toSorted(inOrderOfBytes);
    let next = 0;
    for await (const documents of stored) {
      for (const document of documents) {
        const difference = this.difference(document, folded[next]);
        if (difference) return { verdict: 'different', ...difference };
        next += 1;
      }
    }
    const missing = folded[next];
    return missing === undefined
      ? { verdict: 'equal' }
      : { verdict: 'different', key: missing, problem: 'missing' };
  }

  /** Of the next document that is stored and the key of the next one that the events give. */
  private difference({ key, digest }: DocumentDigest, due: string | undefined): Difference | null {
    if (due === undefined || inOrderOfBytes(key, due) < 0) return { key, problem: 'extra' };
    if (key !== due) return { key: due, problem: 'missing' };
    return digest === this.shelf.digest(this.onShelf(key)) ? null : { key, problem: 'different' };
  }

  private evolve(key: string, event: Recorded, size: number): void {
    const onShelf = this.onShelf(key);
    const before = this.keys.has(key) ? this.shelf.get(onShelf) : this.projection.initial(key);
    const after = this.projection.evolve(before, event);
    if (after === before && this.keys.has(key)) return;
    this.keys.add(key);
    this.shelf.set(onShelf, after, size);
  }

  private onShelf(key: string): string {
    return `${this.head.name} ${key}`;
  }
}
