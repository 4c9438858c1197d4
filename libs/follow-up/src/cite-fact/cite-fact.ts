import { citeFact, type CiteFact, type CiteFactRejection, type Decision } from '#libs/kernel';
import type { FollowUpEvent } from '../contract/index.js';
import type { FollowUpState } from '../fiscal-year/state.js';

/** Says under which paragraph an uncited fact of the follow-up was decided. */
export function citeFollowUpFact(
  command: CiteFact,
  state: FollowUpState,
): Decision<FollowUpEvent, CiteFactRejection> {
  return citeFact(command, state.uncited);
}
