import { idWords, type EventIdTable, type IdWords, type StreamPlace } from './event-id-table.js';
import type { Position } from '../event-store.js';

/** A stretch of a municipality's log: the ids that stand behind one position, up to and with another. */
export interface IdSegment {
  /** Null where it begins with the log. */
  readonly after: Position | null;
  readonly upTo: Position;
  readonly streams: readonly string[];
  /** An id's 16 bytes, its stream's place in the list, its revision: 24 bytes an event, the highest byte first. */
  readonly entries: Buffer;
}

const bytesAnEntry = 24;

/** Takes in the events of a stretch, one after the other, until it is as large as the server takes it. */
export class IdSegmentBuilder {
  private readonly entries: Buffer[] = [];
  private readonly numbers = new Map<string, number>();
  private namesLength = 0;
  private upTo: Position | null = null;

  constructor(private readonly after: Position | null) {}

  get bytes(): number {
    return this.entries.length * bytesAnEntry + this.namesLength;
  }

  add(id: string, { stream, revision }: StreamPlace, position: Position): void {
    const entry = Buffer.allocUnsafe(bytesAnEntry);
    for (const [n, word] of [...idWords(id), this.numberOf(stream), revision].entries()) {
      entry.writeUInt32BE(word, n * 4);
    }
    this.entries.push(entry);
    this.upTo = position;
  }

  /** Null where nothing has been added. */
  build(): IdSegment | null {
    if (this.upTo === null) return null;
    const { after, upTo, entries, numbers } = this;
    return { after, upTo, streams: [...numbers.keys()], entries: Buffer.concat(entries) };
  }

  private numberOf(stream: string): number {
    const known = this.numbers.get(stream);
    if (known !== undefined) return known;
    this.namesLength += Buffer.byteLength(stream) + '"",'.length;
    this.numbers.set(stream, this.numbers.size);
    return this.numbers.size - 1;
  }
}

/** Answers how many ids were new. */
export function addSegment(table: EventIdTable, { streams, entries }: IdSegment): number {
  const before = table.size;
  for (let at = 0; at < entries.length; at += bytesAnEntry) {
    const word = (n: number): number => entries.readUInt32BE(at + 4 * n);
    const id: IdWords = [word(0), word(1), word(2), word(3)];
    const stream = streams[word(4)];
    if (stream !== undefined) table.add(id, { stream, revision: word(5) });
  }
  return table.size - before;
}
