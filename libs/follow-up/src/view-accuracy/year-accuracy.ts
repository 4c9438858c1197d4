import { shareOre, type FiscalYear, type Ore } from '#libs/kernel';
import type { CommitteeMeasure } from '../contract/index.js';
import { finalBudget } from '../fiscal-year/budget-in-force.js';
import { available, both, isAvailable, notAvailable, type Metric } from '../fiscal-year/metric.js';
import { sumsOf } from '../fiscal-year/statement.js';
import { standingAccounts, type AccountsVersion, type FollowUpYear } from '../fiscal-year/year-document.js';
import { accuracyTable, type AccuracyRow } from './accuracy-table.js';
import { compositionVariance, type Composition } from './composition.js';
import { convergence, type Convergence } from './convergence.js';
import { varianceOre } from './error.js';
import { budgetOf, evaluatedRounds, measureOf } from './evaluated-round.js';
import { costGroups, variancesOfNetCost } from './group-variances.js';
import { netCostsOfTheYear } from './naive-errors.js';
import { offsetRatio, type Offset } from './offset.js';
import { revisionCorrelation, type RevisionCorrelation } from './revision-correlation.js';
import { hasMoved, pathLength, revisions, type PathLength } from './revisions.js';
import { roundAccuracy, type RoundAccuracy } from './round-accuracy.js';
import type { Share } from './share.js';

/** How accurate a year's forecasts were. */
export interface YearAccuracy {
  readonly committee: string;
  readonly year: FiscalYear;
  readonly revision: number;
  /** The sum that is evaluated. */
  readonly measure: CommitteeMeasure;
  /** y: the accounts' variance from the budget that the year ended with. */
  readonly outcomeVariance: Metric<Ore>;
  readonly accounts: AccountsVersion | null;
  readonly formerAccounts: readonly AccountsVersion[];
  /** As it is printed in the annual report. */
  readonly table: readonly AccuracyRow[];
  /** |e| of the last forecast, of the budgeted net cost. */
  readonly shareOfBudgetedNetCost: Metric<Share>;
  readonly rounds: readonly RoundAccuracy[];
  readonly pathLength: Metric<PathLength>;
  readonly revisionCorrelation: Metric<RevisionCorrelation>;
  readonly convergence: Metric<Convergence>;
  /** How far the account groups' variances cancel each other in net cost. */
  readonly offset: Metric<Offset>;
  readonly composition: Metric<Composition>;
}

/** τ of the convergence: a hundredth of the budgeted net cost. */
const toleranceBasisPoints = 100;

/** Earlier years than this tell little of how the committee's costs fall over the year. */
const mostEarlierYears = 5;

/** `earlier` are documents of years before this one, in any order; `asked` the measure to evaluate, or null. */
export function yearAccuracy(
  doc: FollowUpYear,
  earlier: readonly FollowUpYear[],
  asked: CommitteeMeasure | null = null,
): YearAccuracy {
  const { committee, year, revision } = doc;
  const measure = measureOf(doc, asked);
  const accounts = standingAccounts(doc);
  const outcome = accounts && sumsOf(accounts);
  const rounds = evaluatedRounds(doc, measure, outcome);
  const forecasts = rounds.map((round) => round.forecast);
  const revised = revisions(forecasts);
  const ground = { doc, measure, outcome, earlierYears: seasonsOf(earlier, year) };
  const accurate = rounds.map((round, n) =>
    roundAccuracy(round, rounds[n - 1] ?? null, revised[n] ?? notAvailable('no-forecast'), ground),
  );
  const outcomeVariance = outcomeVarianceOf(doc, measure);
  return {
    committee,
    year,
    revision,
    measure,
    outcomeVariance,
    accounts,
    formerAccounts: doc.accounts.slice(0, -1),
    table: accuracyTable(accurate, year, outcomeVariance),
    shareOfBudgetedNetCost:
      accurate.findLast(({ forecast }) => isAvailable(forecast))?.shareOfBudgetedNetCost ??
      notAvailable('no-forecast'),
    rounds: accurate,
    pathLength: pathLength(revised),
    revisionCorrelation: revisionCorrelation(revised),
    convergence: both(outcomeVariance, budgetOf(finalBudget(doc), 'netCost'), (_, netCostOre) =>
      convergence(
        accurate.map(({ round, error }) => ({ round, error })),
        shareOre(Math.abs(netCostOre), toleranceBasisPoints, 1),
        hasMoved(forecasts),
      ),
    ),
    ...mixOf(doc),
  };
}

/** y of a year: its accounts against the budget that it ended with. */
export function outcomeVarianceOf(doc: FollowUpYear, measure: CommitteeMeasure): Metric<Ore> {
  const accounts = standingAccounts(doc);
  const outcomeOre = accounts
    ? available(sumsOf(accounts)[`${measure}Ore`])
    : notAvailable('accounts-not-closed');
  return both(outcomeOre, budgetOf(finalBudget(doc), measure), (ore, budgetOre) =>
    available(varianceOre(ore, budgetOre)),
  );
}

function mixOf(doc: FollowUpYear): Pick<YearAccuracy, 'offset' | 'composition'> {
  const [budget, accounts] = [finalBudget(doc), standingAccounts(doc)];
  if (!accounts || !budget) {
    const missing = notAvailable(accounts ? 'budget-not-adopted' : 'accounts-not-closed');
    return { offset: missing, composition: missing };
  }
  return {
    offset: offsetRatio(variancesOfNetCost(budget, accounts)),
    composition: compositionVariance(costGroups(budget, accounts)),
  };
}

function seasonsOf(docs: readonly FollowUpYear[], year: FiscalYear): readonly (readonly Ore[])[] {
  return docs
    .filter((doc) => doc.year < year)
    .toSorted((a, b) => b.year - a.year)
    .map(netCostsOfTheYear)
    .filter((months) => months !== null)
    .slice(0, mostEarlierYears);
}
