import { streamName, unknownEvent, type PlainDate, type StreamDefinition, type StreamId } from '#libs/kernel';
import type { CommitteeTerm } from '../contract/index.js';
import { withDated, type Dated } from '../municipality/dated.js';
import { organisationContext } from '../municipality/state.js';
import { schemaVersions, type CommitteeEvent } from './events.js';

export interface HeldActivity {
  readonly activity: string;
  readonly fromCommittee: string | null;
  readonly since: PlainDate;
}

export interface CommitteeState {
  /** In order; they never meet. None: the committee is not in the register. */
  readonly terms: readonly CommitteeTerm[];
  readonly names: readonly Dated<string>[];
  readonly activities: readonly HeldActivity[];
}

export const noCommittee: CommitteeState = { terms: [], names: [], activities: [] };

export const committeeStream: StreamDefinition<CommitteeState, CommitteeEvent> = {
  context: organisationContext,
  schemaVersions,
  initialState: noCommittee,
  evolve,
};

export function committeeStreamId(tenant: string, committee: string): StreamId {
  return { tenant, name: streamName({ context: organisationContext, committee, key: 'committee' }) };
}

function evolve(state: CommitteeState, event: CommitteeEvent): CommitteeState {
  const { effectiveOn } = event.basis;
  switch (event.type) {
    case 'CommitteeEstablished':
      return { ...named(state, effectiveOn, event.data.name), terms: begun(state.terms, effectiveOn) };
    case 'CommitteeRenamed':
      return named(state, effectiveOn, event.data.name);
    case 'CommitteeDissolved':
      return { ...state, terms: ended(state.terms, event.data.lastDay) };
    case 'CommitteeDissolutionRevoked':
      return { ...state, terms: reopened(state.terms, event.data.lastDay) };
    case 'ActivityTakenOver': {
      const { activity, fromCommittee } = event.data;
      return { ...state, activities: [...state.activities, { activity, fromCommittee, since: effectiveOn }] };
    }
    default:
      return unknownEvent(event);
  }
}

function named(state: CommitteeState, from: PlainDate, value: string): CommitteeState {
  return { ...state, names: withDated(state.names, { from, value }) };
}

function begun(terms: readonly CommitteeTerm[], from: PlainDate): readonly CommitteeTerm[] {
  return [...terms, { from, to: null }].toSorted((a, b) => (a.from < b.from ? -1 : 1));
}

function ended(terms: readonly CommitteeTerm[], lastDay: PlainDate): readonly CommitteeTerm[] {
  const index = terms.findLastIndex(({ from }) => from <= lastDay);
  return terms.map((term, n) => (n === index ? { ...term, to: lastDay } : term));
}

function reopened(terms: readonly CommitteeTerm[], lastDay: PlainDate): readonly CommitteeTerm[] {
  return terms.map((term) => (term.to === lastDay ? { ...term, to: null } : term));
}
