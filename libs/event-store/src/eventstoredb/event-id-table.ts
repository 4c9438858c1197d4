/** Where an event stands in its municipality's log. */
export interface StreamPlace {
  /** Name without the tenant. */
  readonly stream: string;
  readonly revision: number;
}

/** A UUID's 128 bits. */
export type IdWords = readonly [number, number, number, number];

/** A slot: the id's four words, the number of its stream, and its revision plus one, which is 0 in an empty slot. */
const wordsASlot = 6;
const [streamWord, revisionWord] = [4, 5];
const firstSlots = 64;
const fullest = 0.75;

/**
 * The event ids of one municipality and where they stand, in a hash table of 24 bytes a slot: 32 to 64 bytes an event,
 * beside the names of the streams.
 */
export class EventIdTable {
  private slots = new Uint32Array(firstSlots * wordsASlot);
  private readonly streams: string[] = [];
  private readonly numbers = new Map<string, number>();
  private count = 0;

  get size(): number {
    return this.count;
  }

  add(id: IdWords, { stream, revision }: StreamPlace): void {
    this.put(id, this.numberOf(stream), revision + 1);
    if (this.count * wordsASlot > this.slots.length * fullest) this.grow();
  }

  find(id: IdWords): StreamPlace | undefined {
    const at = this.slotOf(id);
    const stream = this.streams[this.slots[at + streamWord] ?? 0];
    const revision = (this.slots[at + revisionWord] ?? 0) - 1;
    return revision < 0 || stream === undefined ? undefined : { stream, revision };
  }

  private put(id: IdWords, stream: number, revisionPlusOne: number): void {
    const at = this.slotOf(id);
    if (this.slots[at + revisionWord] === 0) this.count += 1;
    this.slots.set(id, at);
    this.slots[at + streamWord] = stream;
    this.slots[at + revisionWord] = revisionPlusOne;
  }

  /** Where the id stands, or would. Ids are made by hashing or at random, so their own bits spread them. */
  private slotOf([a, b, c, d]: IdWords): number {
    const { slots } = this;
    const mask = slots.length / wordsASlot - 1;
    for (let slot = (a ^ b ^ c ^ d) & mask; ; slot = (slot + 1) & mask) {
      const at = slot * wordsASlot;
      if (slots[at + revisionWord] === 0) return at;
      if (slots[at] === a && slots[at + 1] === b && slots[at + 2] === c && slots[at + 3] === d) return at;
    }
  }

  private numberOf(stream: string): number {
    const known = this.numbers.get(stream);
    if (known !== undefined) return known;
    this.numbers.set(stream, this.streams.length);
    return this.streams.push(stream) - 1;
  }

  private grow(): void {
    const former = this.slots;
    this.slots = new Uint32Array(2 * former.length);
    this.count = 0;
    for (let at = 0; at < former.length; at += wordsASlot) {
      const [a = 0, b = 0, c = 0, d = 0, stream = 0, revisionPlusOne = 0] = former.subarray(
        at,
        at + wordsASlot,
      );
      if (revisionPlusOne > 0) this.put([a, b, c, d], stream, revisionPlusOne);
    }
  }
}

/** Of a UUID as text, in lower case. */
export function idWords(id: string): IdWords {
  const hex = id.replaceAll('-', '');
  return [word(hex, 0), word(hex, 8), word(hex, 16), word(hex, 24)];
}

function word(hex: string, at: number): number {
  return Number.parseInt(hex.slice(at, at + 8), 16);
}
