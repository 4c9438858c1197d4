/** Which event: its place in the log, from 1, and where it says that it stands. */
export interface NamedEvent {
  readonly place: number;
  readonly id: string;
  readonly stream: string;
  readonly revision: number;
}

/** What is wrong with a bundle, by code, with the facts that decided. */
export interface FailureFacts {
  /** A header, a padding or the end of the archive is not what would have been written. */
  'archive-malformed': { readonly entry: string; readonly reason: string };
  /** Another entry stands where one is due; null where the archive should end, or ends. */
  'entry-misplaced': { readonly due: string | null; readonly found: string | null };
  'entry-malformed': { readonly entry: string; readonly reason: string };
  'checkpoint-not-signed': { readonly key: string };
  /** These witnesses have not signed the checkpoint, or what stands there in their names does not hold. */
  'not-witnessed': { readonly missing: readonly string[] };
  'bundle-of-another-log': {
    readonly origin: string;
    readonly municipality: string;
    readonly expected: string;
  };
  'checkpoint-of-another-size': { readonly size: number; readonly expected: number };
  /** The log was longer when the earlier checkpoint was signed. */
  'log-shorter-than-before': { readonly size: number; readonly before: number };
  'line-malformed': { readonly place: number; readonly reason: string };
  'envelope-malformed': { readonly place: number; readonly reason: string };
  'event-of-another-municipality': NamedEvent & { readonly municipality: string };
  'committee-not-of-the-stream': NamedEvent & { readonly committee: string | null };
  /** An event of the stream is missing, doubled or moved. */
  'stream-not-continued': NamedEvent & { readonly expectedRevision: number };
  /** The event before it in the stream is not the one that it was recorded behind. */
  'previous-event-differs': NamedEvent & { readonly prev: string | null; readonly previous: string | null };
  'content-malformed': NamedEvent & { readonly reason: string };
  /** Content or salt is not what the envelope was made of. */
  'content-not-as-sealed': NamedEvent & { readonly dataHash: string; readonly found: string };
  'id-not-its-own': NamedEvent & { readonly firstPlace: number };
  /** A file of events has fewer or more than the size of the log tells. */
  'events-miscounted': { readonly entry: string; readonly expected: number; readonly found: number };
  /** The event is not the one that was hashed into the tree when the tree grew. */
  'event-not-in-the-tree': NamedEvent & { readonly tile: string };
  'tile-differs': { readonly tile: string };
  'root-differs': { readonly size: number; readonly root: string; readonly signed: string };
  /** The log does not begin as it did when the earlier checkpoint was signed. */
  'history-rewritten': { readonly before: number; readonly root: string; readonly signed: string };
  /** Two checkpoints were signed for one size: two histories are shown. */
  'split-view': { readonly size: number; readonly root: string; readonly signed: string };
  /** The content is gone, and no decision to erase names the event. */
  'erased-without-decision': NamedEvent;
  'erasure-rests-on-nothing': NamedEvent;
  /** It does not say which events it erases. */
  'erasure-malformed': NamedEvent;
  /** It names an event that does not stand before it in the log. */
  'erasure-names-no-event': NamedEvent & { readonly named: string };
  'erasures-list-differs': { readonly line: number };
  'read-model-differs': {
    readonly readModel: string;
    readonly key: string;
    readonly problem: 'missing' | 'extra' | 'different';
  };
  'sums-differ': { readonly entry: string };
}

export type FailureCode = keyof FailureFacts;

export type Failure = {
  [Code in FailureCode]: { readonly code: Code; readonly facts: FailureFacts[Code] };
}[FailureCode];

/** Ends a verification at the first thing that is wrong. */
export class VerificationFailed extends Error {
  constructor(readonly failure: Failure) {
    super(`${failure.code} ${JSON.stringify(failure.facts)}`);
    this.name = 'VerificationFailed';
  }
}

export function fail<Code extends FailureCode>(code: Code, facts: FailureFacts[Code]): never {
  throw new VerificationFailed({ code, facts } as Failure);
}
