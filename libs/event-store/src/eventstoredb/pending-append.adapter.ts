import { printStreamId, type Instant } from '#libs/kernel';
import type { EncodedAppend } from '../encoded-append.js';
import type { EventPlace } from '../encoded-event.js';
import type { AppendResult } from '../event-store.js';
import { answerAppend, judgeAppend, type KnownEvent, type Verdict } from '../judge-append.js';
import { recordingTime } from '../recording-time.js';
import type { EventIds } from './event-ids.adapter.js';
import type { EventReader } from './event-reader.adapter.js';
import type { EventWriter } from './event-writer.adapter.js';
import { printPosition } from './log-position.js';
import type { Patience } from './patience.adapter.js';
import type { RecordedTimes } from './recorded-times.js';
import { noStream, sealAppend, type SealedAppend, type StreamTail } from './sealed-append.js';
import { envelopeOf } from './stored-event.js';
import type { StreamTails } from './stream-tails.adapter.js';

/** What appends are made with. */
export interface AppendMeans {
  readonly tails: StreamTails;
  readonly reader: EventReader;
  readonly writer: EventWriter;
  readonly ids: EventIds;
  readonly times: RecordedTimes;
  readonly now: () => Instant;
}

/** Where one of the append's events stands, and what it was sealed with. */
type Found = EventPlace & { readonly dataHash: string };

/**
 * An append on its way. Each attempt names the exact last revision of the stream, so that at most one of them is ever
 * recorded: where one has been, all others find another revision there. An attempt whose outcome is not known has left
 * its events right behind the revision that it named, or nowhere.
 */
export class PendingAppend {
  private readonly stream: string;
  private readonly found = new Map<string, Found>();
  private hasTried = false;
  /** What the last attempt named, for as long as its outcome is not known. */
  private unsettled: number | null = null;

  constructor(
    private readonly append: EncodedAppend,
    private readonly means: AppendMeans,
    private readonly patience: Patience,
  ) {
    this.stream = printStreamId(append.stream);
  }

  /** Null where the stream has turned out to end elsewhere, so that it has to be tried again. */
  async attempt(): Promise<AppendResult | null> {
    const { tails } = this.means;
    if (this.unsettled !== null) await this.lookBehind(this.unsettled);
    this.unsettled = null;
    const isNew = this.append.expected === 'noStream' && !this.hasTried;
    let tail = tails.remembered(this.stream) ?? (isNew ? noStream : await tails.read(this.stream));
    let verdict = this.judge(tail);
    if (verdict.kind === 'conflict') {
      tail = await this.lookAgain();
      verdict = this.judge(tail);
    }
    return verdict.kind === 'appended' ? this.send(tail) : this.answer(verdict);
  }

  private judge({ lastRevision }: StreamTail): Verdict {
    const { tenant, name: stream } = this.append.stream;
    return judgeAppend(this.append, lastRevision, (id): KnownEvent | undefined => {
      const found = this.found.get(id);
      return found ? { stream, revision: found.revision } : this.means.ids.find(tenant, id);
    });
  }

  /**
   * A refusal is only believed of a stream that has just been read. An append that was recorded before, by whatever
   * process, stands right behind the revision that it expects.
   */
  private async lookAgain(): Promise<StreamTail> {
    const { expected } = this.append;
    this.means.tails.forget(this.stream);
    const tail = await this.means.tails.read(this.stream);
    const before = expected === 'noStream' ? -1 : expected;
    if (typeof before === 'number' && before < tail.lastRevision) await this.lookBehind(before);
    return tail;
  }

  private async lookBehind(revision: number): Promise<void> {
    const ids = new Set(this.append.events.map(({ id }) => id));
    const read = { stream: this.stream, direction: 'forwards', from: revision + 1, count: ids.size } as const;
    for await (const event of this.means.reader.stream(read)) {
      const { id, dataHash, recordedAt } = envelopeOf(event);
      const place = { revision: event.revision, position: printPosition(event.position), recordedAt };
      if (ids.has(id)) this.found.set(id, { ...place, dataHash });
    }
  }

  private async send(tail: StreamTail): Promise<AppendResult | null> {
    const { tails, writer } = this.means;
    let sealed: SealedAppend | undefined;
    this.unsettled = tail.lastRevision;
    this.hasTried = true;
    const answer = await writer.append(() => (sealed = this.seal(tail)), this.patience);
    if (answer.kind === 'wrong-revision' || answer.position === null || !sealed) {
      tails.forget(this.stream);
      return null;
    }
    tails.remember(this.stream, sealed.tail);
    this.noteIds(tail.lastRevision + 1);
    const { revision, position } = answer;
    return {
      outcome: 'appended',
      revision,
      position: printPosition(position),
      recordedAt: sealed.recordedAt,
    };
  }

  private seal(tail: StreamTail): SealedAppend {
    const { times, now } = this.means;
    const { tenant } = this.append.stream;
    if (tail.recordedAt !== null) times.note(tenant, tail.recordedAt);
    const recordedAt = recordingTime(this.append.recordedAt, times.of(tenant) ?? null, now());
    const sealed = sealAppend(this.append, tail, recordedAt);
    times.note(tenant, recordedAt);
    return sealed;
  }

  /** Where the events come from an earlier attempt of this very append, they have been appended by it. */
  private async answer(verdict: Exclude<Verdict, { kind: 'appended' }>): Promise<AppendResult> {
    if (verdict.kind !== 'duplicate') return answerAppend(verdict, this.append, () => undefined);
    const last = this.append.events.at(-1);
    const { ids } = this.means;
    if (last && !this.found.has(last.id)) {
      const revision = ids.find(this.append.stream.tenant, last.id)?.revision ?? 0;
      await this.lookBehind(revision - 1);
    }
    const place = this.found.get(last?.id ?? '');
    const isOurs = this.hasTried && place?.dataHash === last?.facts.dataHash;
    if (place && isOurs) this.noteIds(place.revision - this.append.events.length + 1);
    return answerAppend({ kind: isOurs ? 'appended' : 'duplicate' }, this.append, () => place);
  }

  private noteIds(firstRevision: number): void {
    const { tenant, name: stream } = this.append.stream;
    for (const [n, { id }] of this.append.events.entries()) {
      this.means.ids.note(tenant, id, { stream, revision: firstRevision + n });
    }
  }
}
