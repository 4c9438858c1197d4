import { parseStreamId, parseStreamName, unknownEvent, type Recorded } from '#libs/kernel';
import type { AccountGroupsEvent } from '../account-groups/events.js';
import type { CommitteeEvent } from '../committee/events.js';
import type { MunicipalityEvent } from './events.js';

/** Every fact of the context: what its views meet. */
export type OrganisationEvent = MunicipalityEvent | CommitteeEvent | AccountGroupsEvent;

/** The kinds of stream of the context. */
export type OrganisationStream = 'municipality' | 'committee' | 'accountGroups';

/** Which kind of stream holds the fact; an unknown one stops loudly. */
export function streamKindOf(event: OrganisationEvent): OrganisationStream {
  switch (event.type) {
    case 'MunicipalityNamed':
      return 'municipality';
    case 'CommitteeEstablished':
    case 'CommitteeRenamed':
    case 'CommitteeDissolved':
    case 'CommitteeDissolutionRevoked':
    case 'ActivityTakenOver':
      return 'committee';
    case 'AccountGroupsDefined':
    case 'AccountGroupRenamed':
      return 'accountGroups';
    default:
      return unknownEvent(event);
  }
}

export function isCommitteeFact<E extends Recorded<OrganisationEvent>>(
  event: E,
): event is Extract<E, CommitteeEvent> {
  return streamKindOf(event) === 'committee';
}

/** The code of the committee in whose stream the fact stands. */
export function committeeOf(event: Recorded<CommitteeEvent>): string {
  return parseStreamName(parseStreamId(event.record.stream).name).committee ?? '';
}
