/** Where an event stands in its stream; streams and types go by numbers. */
export interface IndexedEvent {
  readonly stream: number;
  readonly revision: number;
  readonly type: number;
}

/** Of each event: four words of its id, then stream, revision, type and marks. */
const idWords = 4;
const wordsAnEvent = 8;
const [streamWord, revisionWord, typeWord, markWord] = [4, 5, 6, 7];
const [erasedMark, namedMark] = [1, 2];

const eventsAChunk = 4_096;
const noEvent = 0xffffffff;

/**
 * Every event that has gone by, found by its id (a UUID). Kept as plain numbers outside the heap, 40 to 50 bytes an
 * event: besides its streams, that is all of a log that a verification has to remember.
 */
export class EventIndex {
  private readonly chunks: Uint32Array[] = [];
  /** A hash table with open addressing: which event is found where the search for its id ends. */
  private slots = new Uint32Array(2 * eventsAChunk).fill(noEvent);
  private readonly sought = new Uint32Array(idWords);
  private count = 0;

  /** False, and nothing is added, where an event before it has the same id. */
  add(id: string, { stream, revision, type }: IndexedEvent, isErased: boolean): boolean {
    if (3 * this.count >= 2 * this.slots.length) this.grow();
    this.seek(id);
    const slot = this.slotOf(this.sought, 0);
    if (this.slots[slot] !== noEvent) return false;
    const event = this.count;
    if (event % eventsAChunk === 0) this.chunks.push(new Uint32Array(eventsAChunk * wordsAnEvent));
    const [chunk, at] = [this.chunkOf(event), startOf(event)];
    chunk.set(this.sought, at);
    chunk[at + streamWord] = stream;
    chunk[at + revisionWord] = revision;
    chunk[at + typeWord] = type;
    chunk[at + markWord] = isErased ? erasedMark : 0;
    this.slots[slot] = event;
    this.count += 1;
    return true;
  }

  /** The event with this id, by its number from 0 in the order in which they were added; null where there is none. */
  find(id: string): number | null {
    this.seek(id);
    const event = this.slots[this.slotOf(this.sought, 0)];
    return event === undefined || event === noEvent ? null : event;
  }

  at(event: number): IndexedEvent {
    return {
      stream: this.word(event, streamWord),
      revision: this.word(event, revisionWord),
      type: this.word(event, typeWord),
    };
  }

  idOf(event: number): string {
    const words = Array.from({ length: idWords }, (_, n) =>
      this.word(event, n).toString(16).padStart(8, '0'),
    );
    return words.join('').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  }

  isErased(event: number): boolean {
    return (this.word(event, markWord) & erasedMark) !== 0;
  }

  /** Remembers that a decision to erase names the event. */
  markNamed(event: number): void {
    this.chunkOf(event)[startOf(event) + markWord] = this.word(event, markWord) | namedMark;
  }

  /** The first event that has lost its content without being named; null where there is none. */
  firstErasedUnnamed(): number | null {
    for (let event = 0; event < this.count; event += 1) {
      if (this.word(event, markWord) === erasedMark) return event;
    }
    return null;
  }

  private seek(uuid: string): void {
    this.sought[0] = wordOf(uuid.slice(0, 8));
    this.sought[1] = wordOf(uuid.slice(9, 13) + uuid.slice(14, 18));
    this.sought[2] = wordOf(uuid.slice(19, 23) + uuid.slice(24, 28));
    this.sought[3] = wordOf(uuid.slice(28));
  }

  /** Where the search for the id ends whose words begin there: at its event or at an empty slot. */
  private slotOf(words: Uint32Array, from: number): number {
    const mask = this.slots.length - 1;
    let hash = 0;
    for (let n = 0; n < idWords; n += 1) hash = Math.imul((hash ^ (words[from + n] ?? 0)) >>> 1, 0x9e3779b1);
    for (let slot = (hash >>> 7) & mask; ; slot = (slot + 1) & mask) {
      const event = this.slots[slot] ?? noEvent;
      if (event === noEvent || this.has(event, words, from)) return slot;
    }
  }

  private has(event: number, words: Uint32Array, from: number): boolean {
    const [chunk, at] = [this.chunkOf(event), startOf(event)];
    for (let n = 0; n < idWords; n += 1) if (chunk[at + n] !== words[from + n]) return false;
    return true;
  }

  private grow(): void {
    this.slots = new Uint32Array(2 * this.slots.length).fill(noEvent);
    for (let event = 0; event < this.count; event += 1) {
      this.slots[this.slotOf(this.chunkOf(event), startOf(event))] = event;
    }
  }

  private word(event: number, n: number): number {
    return this.chunkOf(event)[startOf(event) + n] ?? 0;
  }

  private chunkOf(event: number): Uint32Array {
    const chunk = this.chunks[Math.floor(event / eventsAChunk)];
    if (!chunk) throw new RangeError(`There is no event ${event}.`);
    return chunk;
  }
}

function wordOf(hex: string): number {
  return Number.parseInt(hex, 16);
}

function startOf(event: number): number {
  return (event % eventsAChunk) * wordsAnEvent;
}
