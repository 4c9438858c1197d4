import type { ProblemTable } from '#libs/http';
import type {
  AccountGroupsRejection,
  CommitteeChangeRejection,
  MunicipalityRejection,
} from '#libs/organisation';
import type { AccountRange, CommitteeTerm } from '#libs/organisation/contract';
import type { CitationRejection } from '#libs/decisions/contract';

/** Refusals of the register; a citation that is not registered is told by the decisions' table. */
export type OrganisationRejection = Exclude<
  AccountGroupsRejection | CommitteeChangeRejection | MunicipalityRejection,
  CitationRejection
>;

const inSwedish = ({ from, to }: CommitteeTerm) => (to === null ? `från ${from}` : `${from}–${to}`);
const accounts = ({ from, to, accountGroup }: AccountRange) => `${from}–${to} (${accountGroup})`;

export const organisationProblems: ProblemTable<OrganisationRejection> = {
  'committee-unknown': {
    status: 404,
    title: 'Nämnden finns inte i registret',
    detail: ({ committee }) =>
      `${committee} finns inte i kommunens register. Kontrollera koden, eller lägg upp nämnden först.`,
  },
  'committee-not-in-force': {
    status: 409,
    title: 'Nämnden finns inte vid den tiden',
    detail: ({ committee, on, terms }) =>
      `${committee} finns inte den ${on}. Enligt registret finns nämnden ${terms.map(inSwedish).join(' och ')}. Kontrollera datumet, eller lägg till tiden i registret.`,
  },
  'committee-already-established': {
    status: 409,
    title: 'Nämnden finns redan den tiden',
    detail: ({ committee, term }) =>
      `${committee} finns redan ${inSwedish(term)}. En ny tid får inte gå in i den; ange en sista dag före den, eller en första dag efter.`,
  },
  'committee-already-dissolved': {
    status: 409,
    title: 'Den sista dagen är redan registrerad',
    detail: ({ committee, lastDay }) => `${committee} har redan ${lastDay} som sista dag.`,
  },
  'term-ends-before-it-begins': {
    status: 422,
    title: 'Den sista dagen ligger före den första',
    detail: ({ committee, from, lastDay }) =>
      `${committee} finns från ${from} och kan därför inte ha ${lastDay} som sista dag.`,
  },
  'activity-from-itself': {
    status: 422,
    title: 'Verksamheten tas över från samma nämnd',
    detail: ({ committee }) =>
      `${committee} kan inte ta över en verksamhet från sig själv. Ange en annan nämnd, eller null om verksamheten är ny.`,
  },
  'activity-already-taken-over': {
    status: 409,
    title: 'Övertagandet är redan registrerat',
    detail: ({ committee, activity, since }) =>
      `${committee} har redan tagit över ${activity} från ${since}.`,
  },
  'name-unchanged': {
    status: 409,
    title: 'Namnet är redan det',
    detail: ({ name, on }) => `Namnet är redan ${name} den ${on}. Inget har registrerats.`,
  },
  'account-group-twice': {
    status: 422,
    title: 'Samma kontogrupp finns två gånger',
    detail: ({ accountGroup }) =>
      `Kontogruppen ${accountGroup} får bara finnas en gång. Ge den andra ett eget id.`,
  },
  'range-without-group': {
    status: 422,
    title: 'Konton hör till en grupp som inte finns',
    detail: ({ range, accountGroups }) =>
      `Kontona ${accounts(range)} hör till en grupp som inte är med. Grupperna är ${accountGroups.join(', ')}.`,
  },
  'range-empty': {
    status: 422,
    title: 'Kontointervallet är tomt',
    detail: ({ range }) => `Kontona ${accounts(range)} slutar före början. Byt plats på from och to.`,
  },
  'ranges-overlap': {
    status: 422,
    title: 'Kontointervallen överlappar',
    detail: ({ first, second }) =>
      `Kontona ${accounts(first)} och ${accounts(second)} överlappar. Ett konto hör till högst en kontogrupp.`,
  },
  'account-group-not-defined': {
    status: 404,
    title: 'Kontogruppen finns inte',
    detail: ({ accountGroup, on, accountGroups }) =>
      `Kontogruppen ${accountGroup} finns inte den ${on}. Då finns ${accountGroups.join(', ')}.`,
  },
};
