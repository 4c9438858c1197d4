import { sha256Hex } from '#libs/proof';
import { SpillFile } from './spill-file.js';

interface Held {
  readonly doc: unknown;
  /** About how many characters of JSON, and how many it was when that was measured. */
  readonly size: number;
  readonly measured: number;
  /** Whether the file has it as it is. */
  readonly isSpilled: boolean;
}

/** Documents of about this size are not measured to know it better. */
const vagueness = 16_000;

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
  constructor(private readonly capacity = 2_000_000) {}

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

  /** SHA-256 (hex) of the document's JSON, as a read model stores it. */
  digest(key: string): string {
    const held = this.held.get(key);
    return held ? sha256Hex(JSON.stringify(held.doc)) : this.file.digest(key);
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
      if (!isSpilled) this.file.write(key, Buffer.from(JSON.stringify(doc)));
      this.held.delete(key);
      this.size -= size;
    }
  }
}
