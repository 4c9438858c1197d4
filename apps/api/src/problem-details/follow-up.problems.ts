import type { ActionPlanRejection } from '#libs/action-plan';
import type { FollowUpRejection, FollowUpWarning } from '#libs/follow-up';
import type { ProblemTable, WarningTable } from '#libs/http';
import type { SharedRejection, SharedWarning } from './shared.problems.js';
import { kronor, listed, totalNames } from './words.js';

/** Refusals that only follow-up is refused with; the rest are told by the other tables. */
type FollowUpOwnRejection = Exclude<FollowUpRejection, SharedRejection | ActionPlanRejection>;

/** How refusals about follow-up are told. */
export const followUpProblems: ProblemTable<FollowUpOwnRejection> = {
  'rounds-not-numbered-from-one': {
    status: 422,
    title: 'Avstämningarna är inte numrerade från 1',
    detail: ({ rounds }) =>
      `Avstämningarna ska numreras 1, 2, 3 och så vidare, var och en en gång. Angivna nummer: ${listed(rounds)}.`,
  },
  'round-dates-not-rising': {
    status: 422,
    title: 'Avstämningarnas datum kommer i fel ordning',
    detail: ({ round, date, formerDate }) =>
      `Avstämning ${round} är ${date}, men den före är ${formerDate}. Varje avstämning ska vara senare än den före.`,
  },
  'round-outside-the-year': {
    status: 422,
    title: 'Avstämningen ligger utanför året',
    detail: ({ round, date, from, to }) =>
      `Avstämning ${round} är ${date}, men ska ligga från ${from} till ${to}. Januari efter räkenskapsåret får räknas med.`,
  },
  'round-has-forecast': {
    status: 409,
    title: 'Avstämningen har redan en prognos',
    detail: ({ round, date, proposed }) =>
      `Till avstämning ${round} den ${date} är en prognos lämnad, så den kan inte ${proposed === null ? 'tas bort' : `flyttas till ${proposed.date}`}. Behåll nummer och datum; övriga avstämningar kan ändras.`,
  },
  'round-not-in-calendar': {
    status: 409,
    title: 'Avstämningen finns inte i kalendern',
    detail: ({ year, round, rounds }) =>
      rounds.length === 0
        ? `${year} har ingen uppföljningskalender. Registrera den först: POST …/follow-up/${year}/calendar.`
        : `${year} har avstämningarna ${listed(rounds)}, men ingen avstämning ${round}. Lägg till den genom POST …/follow-up/${year}/calendar.`,
  },
  'forecast-after-accounts': {
    status: 409,
    title: 'Året är stängt av bokslutet',
    detail: ({ year, closedOn }) =>
      `Bokslutet ${year} gäller från ${closedOn}. Efter det kan ingen prognos lämnas för året.`,
  },
  'forecast-already-noted': {
    status: 409,
    title: 'Nämnden har redan tagit del av prognosen',
    detail: ({ round, citation }) =>
      `Prognosen vid avstämning ${round} är lagd till handlingarna enligt ${citation}. En ny bedömning lämnas vid nästa avstämning.`,
  },
  'forecast-missing': {
    status: 409,
    title: 'Det finns ingen prognos att ta del av',
    detail: ({ year, round }) =>
      `Vid avstämning ${round} är ingen prognos lämnad. Lämna den först: POST …/follow-up/${year}/rounds/${round}/forecast.`,
  },
  'accounts-already-closed': {
    status: 409,
    title: 'Årets bokslut är redan registrerat',
    detail: ({ year, closedOn, citation }) =>
      `Bokslutet ${year} gäller från ${closedOn}${citation === null ? '' : ` enligt ${citation}`}. Rätta det genom POST …/follow-up/${year}/accounts/corrections; det förra finns då kvar.`,
  },
  'accounts-not-closed': {
    status: 409,
    title: 'Det finns inget bokslut att rätta',
    detail: ({ year }) =>
      `Året ${year} är inte stängt. Registrera bokslutet: POST …/follow-up/${year}/accounts.`,
  },
  'sum-out-of-range': {
    status: 422,
    title: 'Summan blir för stor',
    detail: ({ total, sumOre, maxAmountOre }) =>
      `${totalNames[total]} blir ${kronor(sumOre)}, och högst ${kronor(maxAmountOre)} kan registreras, plus eller minus. Kontrollera att beloppen är i öre.`,
  },
};

/** How warnings about follow-up are told. */
export const followUpWarnings: WarningTable<Exclude<FollowUpWarning, SharedWarning>> = {
  'forecast-revised': {
    detail: ({ round, formerEffectiveOn }) =>
      `Prognosen ersätter den som lämnades vid avstämning ${round} och gällde från ${formerEffectiveOn}. Den förra finns kvar.`,
  },
  'outcome-corrected': {
    detail: ({ year, month }) =>
      `Utfallet för månad ${month} ${year} var redan registrerat och är nu rättat. Det förra finns kvar.`,
  },
  'outcome-after-accounts': {
    detail: ({ year, closedOn }) =>
      `Bokslutet ${year} gäller redan från ${closedOn} och ändras inte av månadens utfall.`,
  },
  'outcomes-differ-from-accounts': {
    detail: ({ year, differences }) =>
      `Månadsutfallen ${year} går inte ihop med bokslutet: ${differences
        .map(
          ({ accountGroup, outcomesOre, accountsOre, differenceOre }) =>
            `${accountGroup} är ${kronor(outcomesOre)} i månaderna och ${kronor(accountsOre)} i bokslutet, skillnad ${kronor(differenceOre)}`,
        )
        .join('; ')}.`,
  },
};
