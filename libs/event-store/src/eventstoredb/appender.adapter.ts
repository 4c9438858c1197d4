import { randomUUID } from 'node:crypto';
import { printStreamId } from '#libs/kernel';
import type { EncodedAppend } from '../encoded-append.js';
import type { EncodedEvent } from '../encoded-event.js';
import type { AppendResult } from '../event-store.js';
import { EventTooLargeError } from '../errors.js';
import { answerAppend, judgeAppend, type KnownEvent, type Verdict } from '../judge-append.js';
import type { ProposedEvent } from './append-request.adapter.js';
import type { CopiedTimes } from './copied-times.adapter.js';
import type { EventIds, IdClaim } from './event-ids.adapter.js';
import type { EventWriter } from './event-writer.adapter.js';
import { AppendSizeError, TransientFailure } from './failures.adapter.js';
import type { Municipalities } from './municipalities.adapter.js';
import type { EventStoreDbOptions } from './options.js';
import { Patience } from './patience.adapter.js';
import type { RecordedTimes } from './recorded-times.js';
import type { AppendMark } from './stored-event.adapter.js';
import { Turns } from './turns.js';
import type { StreamTail, TailReader } from './stream-tail.adapter.js';

/**
 * Appends exactly once. The server compares the ids of a repeated append only with what stands behind the revision
 * that it names, so every append names one: the last revision at which the ids were known not to be in the stream.
 * Should an earlier attempt have landed in the meantime, that revision is no longer the last one, and the next look
 * at the stream finds the events.
 */
export class Appender {
  private readonly turns = new Turns();

  constructor(
    private readonly tails: TailReader,
    private readonly writer: EventWriter,
    private readonly ids: EventIds,
    private readonly municipalities: Municipalities,
    private readonly copiedTimes: CopiedTimes,
    private readonly times: RecordedTimes,
    private readonly options: EventStoreDbOptions,
  ) {}

  /** Appends to one stream take turns: together they would only be in each other's way. */
  append(append: EncodedAppend): Promise<AppendResult> {
    const patience = new Patience(this.options.deadlineMs);
    return this.turns.take(printStreamId(append.stream), () => this.appendInTurn(append, patience));
  }

  private async appendInTurn(append: EncodedAppend, patience: Patience): Promise<AppendResult> {
    const appendId = randomUUID();
    for (let claimed: Claimed | undefined; ; claimed &&= { ...claimed, unseen: false }) {
      try {
        patience.assertLeft();
        claimed ??= await this.claim(append, patience);
        const result = await this.attempt(append, claimed, appendId, patience);
        if (result?.outcome === 'appended') this.times.note(append.stream.tenant, result.recordedAt);
        if (result) return result;
      } catch (error) {
        if (error instanceof AppendSizeError) throw new EventTooLargeError(append.bytes, error.maxBytes);
        if (!(error instanceof TransientFailure)) throw error;
        await patience.pause(error.cause);
      }
    }
  }

  private async claim({ stream, events }: EncodedAppend, patience: Patience): Promise<Claimed> {
    await this.municipalities.register(stream.tenant, patience);
    const before = await this.tails.someRevision(printStreamId(stream));
    const ids = events.map(({ id }) => id);
    const claims = await this.ids.claim(stream, ids, before, patience);
    const behind = Math.min(before, ...[...claims.values()].map((claim) => claim.behind));
    return { behind, claims, unseen: claims.size === 0 };
  }

  /** Null where the stream has grown in between, or may have: it has to be looked at. */
  private async attempt(
    append: EncodedAppend,
    claimed: Claimed,
    appendId: string,
    patience: Patience,
  ): Promise<AppendResult | null> {
    const { events, recordedAt } = append;
    const stream = printStreamId(append.stream);
    const { behind, unseen } = claimed;
    const ids = events.map(({ id }) => id);
    const tail = unseen ? emptyTail(behind) : await this.tails.behind(stream, behind, ids);
    const verdict = judgeAppend(append, tail.lastRevision, (id) =>
      knownEvent(append.stream.name, tail, id, claimed),
    );
    if (verdict.kind === 'conflict' && unseen) return null;
    if (verdict.kind !== 'appended') return answer(verdict, append, tail, appendId);
    await this.copiedTimes.check(append);
    const { lastRevision } = tail;
    const notBefore = this.times.of(append.stream.tenant);
    const mark = { appendId, notBefore, ...(recordedAt !== null && { recordedAt }) };
    const proposed = events.map((event, appendIndex) => proposedEvent(event, { ...mark, appendIndex }));
    if (!(await this.writer.append({ stream, lastRevision, events: proposed }, patience))) {
      this.tails.forget(stream);
      return null;
    }
    return answer(verdict, append, await this.tails.behind(stream, lastRevision, ids), appendId);
  }
}

/** The event ids of an append, once they are written down. */
interface Claimed {
  /** The append's events stand behind this revision, if they stand in the stream at all. */
  readonly behind: number;
  /** Of the ids that had been offered before. */
  readonly claims: ReadonlyMap<string, IdClaim>;
  /** Nobody but this call has had the ids, and it has not tried yet: they are not behind the revision. */
  readonly unseen: boolean;
}

function emptyTail(lastRevision: number): StreamTail {
  return { lastRevision, events: new Map() };
}

function proposedEvent({ id, type, data, metadata }: EncodedEvent, mark: AppendMark): ProposedEvent {
  return { id, type, data, metadata: JSON.stringify({ ...(JSON.parse(metadata) as object), ...mark }) };
}

/** An id that was offered to another stream counts as known there, whether or not it was recorded. */
function knownEvent(
  stream: string,
  tail: StreamTail,
  id: string,
  { claims }: Claimed,
): KnownEvent | undefined {
  const revision = tail.events.get(id)?.revision;
  if (revision !== undefined) return { stream, revision };
  const claim = claims.get(id);
  return claim === undefined || claim.stream === stream ? undefined : { stream: claim.stream, revision: -1 };
}

/** Where the events come from an earlier attempt of this very call, they have been appended by it. */
function answer(verdict: Verdict, append: EncodedAppend, tail: StreamTail, appendId: string): AppendResult {
  const last = tail.events.get(append.events.at(-1)?.id ?? '');
  const stands = verdict.kind === 'appended' || verdict.kind === 'duplicate';
  if (!stands) return answerAppend(verdict, append, () => undefined);
  return answerAppend({ kind: last?.appendId === appendId ? 'appended' : 'duplicate' }, append, (id) =>
    tail.events.get(id),
  );
}
