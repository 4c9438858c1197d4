import type { ActionPlanRejection, ActionPlanWarning } from '#libs/action-plan';
import type { ProblemTable, WarningTable } from '#libs/http';
import type { SharedRejection } from './shared.problems.js';
import { listed } from './words.js';

const nothingRecorded = 'Inget har registrerats.';

/** How refusals that only action plans are refused with are told; the rest are told by the shared table. */
export const actionPlanProblems: ProblemTable<Exclude<ActionPlanRejection, SharedRejection>> = {
  'action-plan-unknown': {
    status: 404,
    title: 'Handlingsplanen finns inte',
    detail: ({ planId }) =>
      `Ingen handlingsplan är antagen under ${planId}. Anta den först: POST …/action-plans med paragrafen i citation.`,
  },
  'action-plan-already-adopted': {
    status: 409,
    title: 'Handlingsplanen är redan antagen',
    detail: ({ planId, title, adoptedOn }) =>
      `Under paragrafen är ”${title}” antagen, och gäller från ${adoptedOn}. Ändra den genom POST …/action-plans/${planId}/revisions.`,
  },
  'citation-of-another-body': {
    status: 422,
    title: 'Paragrafen är ett annat organs',
    detail: ({ citation, committee }) =>
      `${citation} är inte en paragraf i ${committee}:s protokoll. ${nothingRecorded}`,
  },
  'effective-before-later-change': {
    status: 422,
    title: 'En senare ändring är redan registrerad',
    detail: ({ subject, effectiveOn, latestChangeOn }) =>
      `Ändringen av ${subject} skulle gälla från ${effectiveOn}, men en ändring som gäller från ${latestChangeOn} är registrerad och skulle sättas ur spel. Ange ${latestChangeOn} eller senare i effectiveOn.`,
  },
  'nothing-changed': {
    status: 422,
    title: 'Inget ändras',
    detail: ({ measureId }) => `Det som anges om ${measureId ?? 'planen'} gäller redan. ${nothingRecorded}`,
  },
  'measure-unknown': {
    status: 404,
    title: 'Åtgärden finns inte i planen',
    detail: ({ measureId, measures }) =>
      `Planen har ingen åtgärd ${measureId}. Den har: ${listed(measures)}.`,
  },
  'measure-id-taken': {
    status: 409,
    title: 'Åtgärdens id är upptaget',
    detail: ({ measureId, measures }) =>
      `Planen har redan en åtgärd ${measureId}. Välj ett annat id än ${listed(measures)}, eller utelämna id så bildas ett av texten.`,
  },
  'measure-named-twice': {
    status: 422,
    title: 'Åtgärden står mer än en gång',
    detail: ({ measureId }) =>
      `Revideringen ändrar eller avbryter ${measureId} mer än en gång. ${nothingRecorded}`,
  },
  'measure-ended': {
    status: 409,
    title: 'Åtgärden är avslutad',
    detail: ({ measureId, status, endedOn }) =>
      status === 'completed'
        ? `${measureId} är slutförd sedan ${endedOn}. Rätta uppgifterna om slutförandet genom completion, eller lägg till en ny åtgärd.`
        : `${measureId} är avbruten sedan ${endedOn}. Lägg till en ny åtgärd om arbetet tas upp igen.`,
  },
  'too-many-measures': {
    status: 422,
    title: 'Planen får för många åtgärder',
    detail: ({ measures, maxMeasures }) =>
      `Planen skulle få ${measures} åtgärder, och högst ${maxMeasures} får plats. ${nothingRecorded}`,
  },
  'effect-year-repeated': {
    status: 422,
    title: 'Effekten anges mer än en gång för samma år',
    detail: ({ measureId, year }) =>
      `${measureId}: ${year === null ? 'mer än ett belopp saknar år' : `${year} står mer än en gång`}. Ange ett belopp per år.`,
  },
  'measure-account-group-unknown': {
    status: 422,
    title: 'Kontogruppen finns inte',
    detail: ({ measureId, accountGroup, accountGroups }) =>
      `${measureId}: kommunen har ingen kontogrupp ${accountGroup} den dagen. Den har: ${listed(accountGroups)}.`,
  },
  'responsible-not-a-role': {
    status: 422,
    title: 'Ansvarig ska vara en roll',
    detail: ({ measureId, responsibleRole }) =>
      `${measureId}: ”${responsibleRole}” ser ut att vara en person. Ange rollen med gemener, som i ”avdelningschef unga”. ${nothingRecorded}`,
  },
};

/** How warnings about action plans are told. */
export const actionPlanWarnings: WarningTable<ActionPlanWarning> = {
  'due-before-adoption': {
    detail: ({ measureId, dueOn, adoptedOn }) =>
      `${measureId} ska vara klar ${dueOn}, innan planen antogs ${adoptedOn}. Kontrollera datumet.`,
  },
  'effect-outside-plan-years': {
    detail: ({ measureId, year, fiscalYears }) =>
      `${measureId} har en effekt ${year}, men planen avser ${listed(fiscalYears)}. Kontrollera året, eller revidera planens år.`,
  },
  'progress-corrected': {
    detail: ({ measureId, year, round, formerStatus }) =>
      `${measureId} var redan rapporterad vid uppföljning ${round} ${year} (${formerStatus}). Den nya rapporten gäller; den förra finns kvar i historiken.`,
  },
};
