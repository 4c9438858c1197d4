import { EventIndex } from './event-index.js';
import type { NamedEvent } from './failure.js';
import type { LoggedEvent } from './logged-event.js';

/** A stream as far as it has gone by. */
interface Stream {
  readonly name: string;
  readonly number: number;
  revision: number;
  /** SHA-256 (hex) of the last event's envelope. */
  hash: string;
}

/** What has to be remembered of the events that have gone by: where each stream stands, and where each event does. */
export class LogSoFar {
  private readonly index = new EventIndex();
  private readonly streams = new Map<string, Stream>();
  private readonly byNumber: Stream[] = [];
  private readonly types = new Map<string, number>();
  private last: LoggedEvent | null = null;

  constructor(readonly municipality: string) {}

  get size(): number {
    return this.last?.place ?? 0;
  }

  get lastEvent(): LoggedEvent | null {
    return this.last;
  }

  get streamCount(): number {
    return this.streams.size;
  }

  /** The stream's last revision and the hash of that envelope; -1 and null where it has no event yet. */
  endOf(stream: string): { readonly revision: number; readonly hash: string | null } {
    return this.streams.get(stream) ?? { revision: -1, hash: null };
  }

  /** The place of the event with this id, or null. */
  placeOf(id: string): number | null {
    const event = this.index.find(id);
    return event === null ? null : event + 1;
  }

  nameAt(place: number): NamedEvent {
    const { stream, revision } = this.index.at(place - 1);
    return { place, id: this.index.idOf(place - 1), stream: this.byNumber[stream]?.name ?? '', revision };
  }

  /** Whether the event in that place is of this type. */
  isOfType(place: number, type: string): boolean {
    return this.types.get(type) === this.index.at(place - 1).type;
  }

  isErased(place: number): boolean {
    return this.index.isErased(place - 1);
  }

  /** A decision to erase names the event in that place. */
  nameErased(place: number): void {
    this.index.markNamed(place - 1);
  }

  /** The first event without content that no decision names, or null. */
  firstErasedUnnamed(): NamedEvent | null {
    const event = this.index.firstErasedUnnamed();
    return event === null ? null : this.nameAt(event + 1);
  }

  /** Takes in the next event. False where its id is that of an event before it. */
  add(event: LoggedEvent): boolean {
    const { id, type, stream: name, revision } = event.envelope;
    const stream = this.streams.get(name) ?? this.open(name);
    const place = { stream: stream.number, revision, type: this.numberOf(type) };
    if (!this.index.add(id, place, event.content === null)) return false;
    stream.revision = revision;
    stream.hash = event.hash;
    this.last = event;
    return true;
  }

  private open(name: string): Stream {
    const stream = { name, number: this.streams.size, revision: -1, hash: '' };
    this.streams.set(name, stream);
    this.byNumber.push(stream);
    return stream;
  }

  private numberOf(type: string): number {
    const number = this.types.get(type) ?? this.types.size;
    this.types.set(type, number);
    return number;
  }
}
