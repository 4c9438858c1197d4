import { SpillFile } from './spill-file.js';

interface Held {
  readonly doc: unknown;
  /** About how many characters of JSON, and how many it was when that was measured. */
  readonly size: number;
  readonly measured: number;
  /** Whether the file has it as it is. */
  readonly isSpilled: boolean;
}

const vagueness = 2_000;

function sizesOf(measured: number): Pick<Held, 'size' | 'measured'> {
  return { size: measured, measured };
}

/**
 * Documents by key: those used last in memory, as many as fit, the others in a temporary file. A document that comes
 * back from there is the same, since documents are plain JSON.
 */
export class DocShelf {
  /** In the order in which they were used. */
  private readonly held = new Map<string, Held>();
  private readonly file = new SpillFile();
  private size = 0;

  /** The capacity in characters of JSON. */
  constructor(private readonly capacity = 8_000_000) {}

  /** Undefined where there is none. */
  get(key: string): unknown {
    const held = this.held.get(key);
    if (held) {
      this.held.delete(key);
      this.held.set(key, held);
      return held.doc;
    }
    if (!this.file.has(key)) return undefined;
    const text = this.file.read(key);
    const doc: unknown = JSON.parse(text);
    this.hold(key, { doc, ...sizesOf(text.length), isSpilled: true });
    return doc;
  }

  /** Replaces the document with one that is at most about so many characters longer. */
  set(key: string, doc: unknown, growth: number): void {
    const { size: former = 0, measured = 0 } = this.held.get(key) ?? {};
    const size = former + growth;
    // Measuring takes time, so it waits until the document may have doubled.
    const isVague = size > 2 * measured + vagueness;
    const sizes = isVague ? sizesOf(JSON.stringify(doc).length) : { size, measured };
    this.hold(key, { doc, ...sizes, isSpilled: false });
  }

  /** The document's JSON, as a read model stores it. */
  text(key: string): string {
    const held = this.held.get(key);
    return held ? JSON.stringify(held.doc) : this.file.read(key);
  }

  close(): void {
    this.file.close();
  }

  private hold(key: string, held: Held): void {
    this.size += held.size - (this.held.get(key)?.size ?? 0);
    this.held.delete(key);
    this.held.set(key, held);
    if (this.size > this.capacity) this.spill();
  }

  /** Makes a tenth of the room free. */
  private spill(): void {
    for (const [key, { doc, size, isSpilled }] of this.held) {
      if (this.size <= 0.9 * this.capacity) return;
      if (!isSpilled) this.file.write(key, JSON.stringify(doc));
      this.held.delete(key);
      this.size -= size;
    }
  }
}
