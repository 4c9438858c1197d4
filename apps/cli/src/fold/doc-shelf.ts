import { sha256Hex } from '#libs/proof';
import { SpillFile } from './spill-file.js';

interface Held {
  readonly doc: unknown;
  /** About how many characters of JSON, and how many it was when that was measured. */
  readonly size: number;
  readonly measured: number;
  /** Whether the file has it as it is. */
  readonly isSpilled: boolean;
  /** By the count of all uses. */
  readonly usedAt: number;
}

/** Documents of about this size are not measured to know it better. */
const vagueness = 16_000;

function sizesOf(measured: number): Pick<Held, 'size' | 'measured'> {
  return { size: measured, measured };
}

export interface ShelfLimits {
  /** How many characters of JSON stay in memory. */
  readonly capacity?: number;
  /** After how many uses of others a document goes to the file, whether there is room or not. */
  readonly patience?: number;
}

/**
 * Documents by key: those used last in memory, as many as fit, the others in a temporary file. A document that comes
 * back from there is the same, since documents are plain JSON. One that nobody asks for goes soon: most are done by
 * then, and what dies young costs no collection of garbage.
 */
export class DocShelf {
  /** In the order in which they were used. */
  private readonly held = new Map<string, Held>();
  private readonly file = new SpillFile();
  private readonly capacity: number;
  private readonly patience: number;
  private size = 0;
  private uses = 0;

  constructor({ capacity = 2_000_000, patience = 1_000 }: ShelfLimits = {}) {
    this.capacity = capacity;
    this.patience = patience;
  }

  /** Undefined where there is none. */
  get(key: string): unknown {
    const held = this.held.get(key);
    if (held) {
      this.hold(key, held);
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

  /** SHA-256 (hex) of the document's JSON, as a read model stores it. */
  digest(key: string): string {
    const held = this.held.get(key);
    return held ? sha256Hex(JSON.stringify(held.doc)) : this.file.digest(key);
  }

  close(): void {
    this.file.close();
  }

  private hold(key: string, held: Omit<Held, 'usedAt'>): void {
    this.uses += 1;
    this.size += held.size - (this.held.get(key)?.size ?? 0);
    this.held.delete(key);
    this.held.set(key, { ...held, usedAt: this.uses });
    this.spill();
  }

  /** What is over the capacity, or has not been used for long; the order is that of use. */
  private spill(): void {
    for (const [key, { doc, size, isSpilled, usedAt }] of this.held) {
      if (this.size <= this.capacity && usedAt > this.uses - this.patience) return;
      if (!isSpilled) this.file.write(key, Buffer.from(JSON.stringify(doc)));
      this.held.delete(key);
      this.size -= size;
    }
  }
}
