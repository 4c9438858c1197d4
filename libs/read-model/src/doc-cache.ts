interface Entry {
  readonly doc: unknown;
  readonly size: number;
}

/**
 * The documents used last, as many as fit. They stand in two halves: when the newer one is full it becomes the older
 * one, and what that held, unused for so long, is dropped at a stroke.
 */
export class DocCache {
  private newer = new Map<string, Entry>();
  private older: ReadonlyMap<string, Entry> = new Map();
  private newerSize = 0;

  /** The capacity in characters of JSON. */
  constructor(private readonly capacity: number) {}

  has(key: string): boolean {
    return this.newer.has(key) || this.older.has(key);
  }

  get(key: string): unknown {
    const entry = this.newer.get(key);
    if (entry) return entry.doc;
    const old = this.older.get(key);
    if (old) this.put(key, old);
    return old?.doc;
  }

  set(key: string, doc: unknown, size: number): void {
    this.put(key, { doc, size });
  }

  private put(key: string, entry: Entry): void {
    const grown = this.newerSize + entry.size - (this.newer.get(key)?.size ?? 0);
    if (grown > this.capacity / 2) {
      this.older = this.newer;
      this.newer = new Map();
      this.newerSize = 0;
    }
    this.newerSize += entry.size - (this.newer.get(key)?.size ?? 0);
    this.newer.set(key, entry);
  }
}
