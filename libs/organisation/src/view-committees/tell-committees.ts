import { unknownEvent, wordsItem, type Item, type Recorded, type Teller } from '#libs/kernel';
import type { CommitteeEvent } from '../committee/events.js';
import { committeeOf, isCommitteeFact, type OrganisationEvent } from '../municipality/organisation-event.js';
import { committees, type CommitteeDoc } from './committees.js';

/** Says what became of a committee in the register. */
export const committeeTeller: Teller<CommitteeDoc, OrganisationEvent> = {
  projection: committees,
  // What a committee hands over is told by the one that takes it over.
  tell: (event, { code }) =>
    isCommitteeFact(event) && committeeOf(event) === code ? tellCommittee(event, code) : null,
  itemsOf: committeeItems,
};

function tellCommittee(event: Recorded<CommitteeEvent>, code: string): string {
  switch (event.type) {
    case 'CommitteeEstablished':
      return `Nämnden ${code} inrättades: ${event.data.name}`;
    case 'CommitteeRenamed':
      return `Nämnden ${code} bytte namn till ${event.data.name}`;
    case 'CommitteeDissolved':
      return `Nämnden ${code} upplöstes med ${event.data.lastDay} som sista dag`;
    case 'CommitteeDissolutionRevoked':
      return `Upplösningen av nämnden ${code} den ${event.data.lastDay} återkallades`;
    case 'ActivityTakenOver': {
      const { activity, fromCommittee } = event.data;
      return fromCommittee === null
        ? `Nämnden ${code} fick ansvar för ${activity}`
        : `Nämnden ${code} tog över ansvaret för ${activity} från ${fromCommittee}`;
    }
    default:
      return unknownEvent(event);
  }
}

function committeeItems({ code, names, terms, activities, handedOver }: CommitteeDoc): readonly Item[] {
  const item = (segment: string, name: string, words: string) =>
    wordsItem({ path: 'committee', label: `nämnden ${code}` }, segment, name, words);
  return [
    ...names.map(({ from, value }) => item(`names/${from}`, `namn från ${from}`, value)),
    ...terms.map(({ from, to }) =>
      item(`terms/${from}`, 'finns', to === null ? `från ${from}` : `${from} till ${to}`),
    ),
    ...activities.map(({ activity, fromCommittee, since }, n) =>
      item(
        `activities/${n + 1}`,
        activity,
        fromCommittee === null ? `från ${since}` : `från ${since}, övertaget från ${fromCommittee}`,
      ),
    ),
    ...handedOver.map(({ activity, toCommittee, since }, n) =>
      item(`handedOver/${n + 1}`, activity, `hos ${toCommittee} från ${since}`),
    ),
  ];
}
