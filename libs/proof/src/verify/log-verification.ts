import type { Tree } from '../verify-proof.js';
import { belongsToTheMunicipality } from './belongs-to-the-municipality.js';
import { contentIsAsSealed } from './content-is-as-sealed.js';
import { continuesItsStream } from './continues-its-stream.js';
import { continuesTheEarlierCheckpoint } from './continues-the-earlier-checkpoint.js';
import { ErasuresRestOnDecisions } from './erasures-rest-on-decisions.js';
import { addUnderItsOwnId } from './add-under-its-own-id.js';
import { LogSoFar } from './log-so-far.js';
import { readEvent, type LoggedEvent } from './logged-event.js';
import { RecordedInOrder } from './recorded-in-order.js';
import { TreeOfTheEvents } from './tree-of-the-events.js';

/** What every event is checked for, in this order, before it is taken in. */
const checks: readonly ((event: LoggedEvent, before: LogSoFar) => void)[] = [
  belongsToTheMunicipality,
  continuesItsStream,
  contentIsAsSealed,
];

/** Verifies a log event by event. Everything in it throws VerificationFailed at the first thing that is wrong. */
export class LogVerification {
  readonly log: LogSoFar;
  readonly tree = new TreeOfTheEvents();
  readonly erasures: ErasuresRestOnDecisions;
  readonly times = new RecordedInOrder();

  /** `earlier`: the tree of a checkpoint that was kept before; null where there is none. */
  constructor(
    municipality: string,
    private readonly earlier: Tree | null,
  ) {
    this.log = new LogSoFar(municipality);
    this.erasures = new ErasuresRestOnDecisions(this.log);
    if (earlier) continuesTheEarlierCheckpoint(this.tree, earlier);
  }

  /** Takes in the next events, a line each. */
  take(lines: readonly string[]): readonly LoggedEvent[] {
    return lines.map((line) => {
      const event = readEvent(line, this.log.size + 1);
      for (const check of checks) check(event, this.log);
      addUnderItsOwnId(event, this.log);
      this.erasures.take(event);
      this.times.take(event);
      this.tree.append(event);
      if (this.earlier) continuesTheEarlierCheckpoint(this.tree, this.earlier);
      return event;
    });
  }
}
