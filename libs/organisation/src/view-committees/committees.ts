import type { PlainDate, Projection, Recorded } from '#libs/kernel';
import type { CommitteeEvent } from '../committee/events.js';
import { committeeStream, noCommittee, type CommitteeState } from '../committee/state.js';
import { committeeOf, isCommitteeFact, type OrganisationEvent } from '../municipality/organisation-event.js';
import { organisationContext } from '../municipality/state.js';

/** An activity that another committee took over from this one. */
export interface HandedOverActivity {
  readonly activity: string;
  readonly toCommittee: string;
  readonly since: PlainDate;
}

export interface CommitteeDoc extends CommitteeState {
  readonly code: string;
  readonly handedOver: readonly HandedOverActivity[];
  /** Of the committee's own stream. */
  readonly revision: number;
}

/** The register of committees: a document each, by its code. */
export const committees: Projection<CommitteeDoc, OrganisationEvent> = {
  name: 'committees',
  version: 1,
  contexts: [organisationContext],
  keysOf: (event) => (isCommitteeFact(event) ? concerned(event) : []),
  initial: (code) => ({ ...noCommittee, code, handedOver: [], revision: -1 }),
  evolve: (doc, event) => (isCommitteeFact(event) ? evolve(doc, event) : doc),
  index: ({ code }) => ({ committee: code, year: null, sortKey: code }),
  // What a committee has handed over stands in the streams of those that took it over.
  sources: () => [{ prefix: `${organisationContext}-` }],
};

function concerned(event: Recorded<CommitteeEvent>): readonly string[] {
  const own = committeeOf(event);
  const giving = event.type === 'ActivityTakenOver' ? event.data.fromCommittee : null;
  return giving === null ? [own] : [own, giving];
}

function evolve(doc: CommitteeDoc, event: Recorded<CommitteeEvent>): CommitteeDoc {
  const own = committeeOf(event);
  if (own === doc.code) {
    return { ...doc, ...committeeStream.evolve(doc, event), revision: event.record.revision };
  }
  if (event.type !== 'ActivityTakenOver') return doc;
  const { activity } = event.data;
  const handedOver = [...doc.handedOver, { activity, toCommittee: own, since: event.basis.effectiveOn }];
  return { ...doc, handedOver };
}
