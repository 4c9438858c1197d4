import type { Foundations } from '#libs/kernel';
import type { CommitteeEvent } from './events.js';
import { committeeStream, type CommitteeState } from './state.js';

/** Everything of a committee, in whatever stream, builds on its being in the register. */
export const committeeFoundations: Foundations<CommitteeState, CommitteeEvent> = {
  definition: committeeStream,
  key: 'committee',
  isFounded,
  kept: ['CommitteeEstablished'],
};

function isFounded({ terms }: CommitteeState, event: CommitteeEvent): boolean {
  switch (event.type) {
    case 'CommitteeEstablished':
      return true;
    case 'CommitteeRenamed':
    case 'CommitteeDissolved':
    case 'ActivityTakenOver':
      return terms.length > 0;
    case 'CommitteeDissolutionRevoked':
      return terms.some(({ to }) => to === event.data.lastDay);
    default:
      return event satisfies never;
  }
}
