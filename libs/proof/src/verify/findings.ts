import { encodeBase64 } from '../base64.js';
import type { BundleHead } from '../bundle/head.js';
import type { SignedCheckpoint } from '../checkpoint.js';
import { printNote } from '../signed-note.js';
import type { Cosignature } from '../witnessed.js';
import type { BundleReader } from './bundle-reader.js';
import type { Failure } from './failure.js';
import type { LogVerification } from './log-verification.js';
import { named } from './logged-event.js';
import type { ReadModelResult } from './read-model-is-the-fold.js';
import type { Verification, VerificationWarning, VerifiedCheckpoint } from './verification.js';

/** What a verification has found so far: all that can be told where it ends early. */
export class Findings {
  head: BundleHead | null = null;
  checkpoint: SignedCheckpoint | null = null;
  cosignatures: readonly Cosignature[] = [];
  log: LogVerification | null = null;
  tiles = 0;
  readonly readModels: ReadModelResult[] = [];

  constructor(
    private readonly bundle: BundleReader,
    private readonly earlier: SignedCheckpoint | null,
  ) {}

  told(failure: Failure | null, now: string | undefined): Verification {
    const lastEvent = this.lastEvent();
    return {
      failure,
      municipality: this.head?.municipality ?? null,
      checkpoint: this.checkpoint && toldCheckpoint(this.checkpoint),
      cosignatures: this.cosignatures,
      since: this.earlier?.size ?? null,
      checked: {
        bytes: this.bundle.bytes,
        events: this.log?.log.size ?? 0,
        streams: this.log?.log.streamCount ?? 0,
        tiles: this.tiles,
      },
      lastEvent,
      erasures: this.log ? [...this.log.erasures.all()] : [],
      readModels: this.readModels,
      warnings: [...this.notCarriedOut(), ...this.outOfTime(), ...inTheFuture(lastEvent, now)],
    };
  }

  private lastEvent(): Verification['lastEvent'] {
    const event = this.log?.log.lastEvent;
    return event ? { ...named(event), recordedAt: event.envelope.recordedAt } : null;
  }

  private notCarriedOut(): readonly VerificationWarning[] {
    const events = this.log?.erasures.notCarriedOut ?? [];
    return events.map((facts) => ({ code: 'erasure-not-carried-out', facts }));
  }

  private outOfTime(): readonly VerificationWarning[] {
    const facts = this.log?.times.outOfTime();
    return facts ? [{ code: 'recorded-before-the-previous', facts }] : [];
  }
}

function inTheFuture(
  event: Verification['lastEvent'],
  now: string | undefined,
): readonly VerificationWarning[] {
  if (!event || now === undefined || event.recordedAt <= now) return [];
  return [{ code: 'recorded-in-the-future', facts: { ...event, now } }];
}

function toldCheckpoint({ origin, size, root, note }: SignedCheckpoint): VerifiedCheckpoint {
  return { origin, size, root: encodeBase64(root), note: printNote(note) };
}
