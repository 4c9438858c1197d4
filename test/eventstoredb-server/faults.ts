/** What becomes of an append instead of an answer. */
export type AppendFault =
  /** Nothing is recorded and nothing is answered. */
  | 'no-answer'
  /** Recorded, but never answered. */
  | 'lost-answer'
  /** The connection is cut before anything is recorded. */
  | 'cut-before'
  /** Recorded; the connection is cut before the answer. */
  | 'cut-after'
  /** The server says that it is not ready. */
  | 'unavailable';

/** How the server misbehaves. Tests change it while the server runs; everything is off to begin with. */
export class Faults {
  /** Met by the next appends to streams that the pattern matches, in this order, each of them once. */
  readonly appends: { readonly stream: RegExp; readonly fault: AppendFault }[] = [];
  /** Each number cuts one read or subscription, after that many messages. */
  readonly cutReadsAfter: number[] = [];
  /** How many of the next reads are accepted and then never answered. */
  silentReads = 0;
  /** Subscriptions are accepted and then never answered. */
  silentSubscriptions = false;
  /** Every answer is this late. */
  delayMs = 0;
  /** Where the leader is, for a server that is none. */
  leader: { readonly host: string; readonly port: number } | undefined;
  /** What the server can do is not told: the call fails. */
  capabilitiesFail = false;
  /** Subscriptions begin with so many events that stand before the position they asked for. */
  duplicatesOnSubscribe = 0;
  /** Subscriptions tell the log's end as their checkpoint, and that they have caught up, before any event. */
  earlyMarks = false;

  nextAppendFault(stream: string): AppendFault | undefined {
    const index = this.appends.findIndex((planned) => planned.stream.test(stream));
    return index < 0 ? undefined : this.appends.splice(index, 1)[0]?.fault;
  }

  nextReadIsSilent(isSubscription: boolean): boolean {
    if (isSubscription) return this.silentSubscriptions;
    if (this.silentReads === 0) return false;
    this.silentReads -= 1;
    return true;
  }
}
