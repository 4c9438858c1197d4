/** The documents used last, as many as fit; who was unused longest goes first. */
export class DocCache {
  private readonly entries = new Map<string, { readonly doc: unknown; readonly size: number }>();
  private total = 0;

  /** The capacity in characters of JSON. */
  constructor(private readonly capacity: number) {}

  get size(): number {
    return this.total;
  }

  has(key: string): boolean {
    return this.entries.has(key);
  }

  get(key: string): unknown {
    const entry = this.entries.get(key);
    if (!entry) return undefined;
    this.entries.delete(key);
    this.entries.set(key, entry);
    return entry.doc;
  }

  set(key: string, doc: unknown, size: number): void {
    this.delete(key);
    this.entries.set(key, { doc, size });
    this.total += size;
    for (const oldest of this.entries.keys()) {
      if (this.total <= this.capacity) break;
      this.delete(oldest);
    }
  }

  private delete(key: string): void {
    this.total -= this.entries.get(key)?.size ?? 0;
    this.entries.delete(key);
  }
}
