import type { Instant } from '#libs/kernel';
import { hashOfEnvelope } from '#libs/proof';
import type { EncodedAppend } from './encoded-append.js';
import { decodeEvent, sealAt, type EncodedEvent, type EventPlace } from './encoded-event.js';
import { parsePosition } from './dense-position.js';
import type {
  AppendResult,
  LogPage,
  Position,
  ReadLogOptions,
  ReadSealedOptions,
  ReadStreamOptions,
  SealedPage,
  StoredEvent,
} from './event-store.js';
import { answerAppend, judgeAppend } from './judge-append.js';
import { matches } from './log-filter.js';
import { logPage } from './log-page.js';
import { recordingTime } from './recording-time.js';

interface Entry extends EncodedEvent, EventPlace {
  /** Name without the tenant. */
  readonly stream: string;
  readonly envelope: string;
}

/** One municipality's log. Events are kept as text, so that nobody who reads them can change them. */
export class InMemoryLog {
  private readonly entries: Entry[] = [];
  private readonly byId = new Map<string, Entry>();
  private readonly byStream = new Map<string, Entry[]>();

  /** The last position, or null where nothing stands in the log. */
  get head(): Position | null {
    return this.entries.at(-1)?.position ?? null;
  }

  append(append: EncodedAppend, now: Instant): AppendResult {
    const stream = this.byStream.get(append.stream.name) ?? [];
    const verdict = judgeAppend(append, stream.length - 1, (id) => this.byId.get(id));
    if (verdict.kind === 'appended') this.record(append, stream, now);
    return answerAppend(verdict, append, (id) => this.byId.get(id));
  }

  private record(append: EncodedAppend, stream: Entry[], now: Instant): void {
    const {
      stream: { name },
      events,
    } = append;
    const recordedAt = recordingTime(append.recordedAt, this.entries.at(-1)?.recordedAt ?? null, now);
    let before = stream.at(-1)?.envelope;
    const sealed = events.map((event, n) => {
      const place = { revision: stream.length + n, recordedAt };
      const prev = before === undefined ? null : hashOfEnvelope(before);
      before = sealAt(event, append.stream, { ...place, prev });
      return { ...event, ...place, stream: name, envelope: before };
    });
    this.byStream.set(name, stream);
    for (const event of sealed) {
      const entry = { ...event, position: String(this.entries.length + 1) };
      stream.push(entry);
      this.entries.push(entry);
      this.byId.set(entry.id, entry);
    }
  }

  /** Answers how many still had their contents. */
  erase(eventIds: readonly string[]): number {
    let erased = 0;
    for (const entry of eventIds.map((id) => this.byId.get(id))) {
      if (!entry || entry.content === null) continue;
      const without = { ...entry, content: null, salt: null };
      this.entries[Number(entry.position) - 1] = without;
      this.byId.set(entry.id, without);
      this.byStream.get(entry.stream)?.splice(entry.revision, 1, without);
      erased += 1;
    }
    return erased;
  }

  find(eventId: string): StoredEvent | null {
    const entry = this.byId.get(eventId);
    return entry ? this.decoded(entry) : null;
  }

  readStream(name: string, { from, direction = 'forwards', limit }: ReadStreamOptions): StoredEvent[] {
    const stream = this.byStream.get(name) ?? [];
    const entries =
      direction === 'forwards'
        ? stream.slice(from)
        : stream.slice(0, (from ?? stream.length) + 1).toReversed();
    return entries.slice(0, limit).map((entry) => this.decoded(entry));
  }

  readPage(options: ReadLogOptions): LogPage {
    const { after, direction = 'forwards', limit, filter = {} } = options;
    const found: StoredEvent[] = [];
    for (const entry of this.beyond(after, direction)) {
      if (matches(entry, filter)) found.push(this.decoded(entry));
      if (found.length > limit) break;
    }
    const end = this.entries.at(direction === 'forwards' ? -1 : 0)?.position ?? null;
    return logPage(found, end, options);
  }

  readSealed({ after, limit, contents = true }: ReadSealedOptions): SealedPage {
    const start = after === undefined ? 0 : parsePosition(after);
    const events = this.entries.slice(start, start + limit);
    return {
      events: events.map(({ position, envelope, content, salt }) =>
        contents ? { position, envelope, content, salt } : { position, envelope, content: null, salt: null },
      ),
      next: events.at(-1)?.position ?? after ?? null,
      atEnd: start + limit >= this.entries.length,
    };
  }

  private *beyond(
    after: Position | undefined,
    direction: 'forwards' | 'backwards',
  ): Generator<Entry, void, void> {
    const [step, start] = direction === 'forwards' ? [1, 0] : [-1, this.entries.length + 1];
    const from = after === undefined ? start : parsePosition(after);
    for (let position = step < 0 ? Math.min(from, start) : from; ;) {
      position += step;
      const entry = this.entries[position - 1];
      if (!entry) return;
      yield entry;
    }
  }

  private decoded({ envelope, content, position }: Entry): StoredEvent {
    return decodeEvent(envelope, content, position);
  }
}
