import type { FiscalYear, Ore } from '#libs/kernel';
import type { CommitteeMeasure } from '../../contract/index.js';
import { availableOnes, isAvailable, notAvailable, type Metric } from '../../fiscal-year/metric.js';
import { sumsOf } from '../../fiscal-year/statement.js';
import { standingAccounts, type FollowUpYear } from '../../fiscal-year/year-document.js';
import { budgetOf, evaluatedRounds, measureOf, type EvaluatedRound } from '../evaluated-round.js';
import { shareOf, type Share } from '../share.js';
import { outcomeVarianceOf } from '../year-accuracy.js';
import { errorInterval, type ErrorInterval } from './interval.js';
import { bias, meanAbsoluteError, type Mean } from './mean-error.js';
import { scaledError, scaleOf, type Scale, type ScaledError } from './scaled-error.js';
import { trackingSignal, type TrackingSignal } from './tracking-signal.js';

/** A round of the same number in every year. */
export interface RoundOverYears {
  readonly round: number;
  /** e of each year; a year without one says why, and counts nowhere. */
  readonly errors: readonly { readonly year: FiscalYear; readonly error: Metric<Ore> }[];
  readonly meanAbsoluteError: Metric<Mean>;
  readonly bias: Metric<Mean>;
  /** Σ|e| / Σ|budgeted net cost| */
  readonly shareOfBudgetedNetCost: Metric<Share>;
  readonly scaledError: Metric<ScaledError>;
  readonly trackingSignal: Metric<TrackingSignal>;
  readonly interval: Metric<ErrorInterval>;
}

/** Forecasts of several years beside each other. */
export interface AccuracyOverYears {
  readonly committee: string;
  readonly years: readonly FiscalYear[];
  readonly measure: CommitteeMeasure;
  /** y of each year. */
  readonly outcomeVariances: readonly { readonly year: FiscalYear; readonly variance: Metric<Ore> }[];
  /** By how much y changes from year to year. */
  readonly scale: Metric<Scale>;
  readonly rounds: readonly RoundOverYears[];
}

interface EvaluatedYear {
  readonly year: FiscalYear;
  readonly rounds: readonly EvaluatedRound[];
}

/**
 * One error a round and year. Variances are from each year's own budget, so a responsibility that has moved to
 * another committee, or a reserve to another account group, moves with its budget and changes no error.
 */
export function accuracyOverYears(
  committee: string,
  docs: readonly FollowUpYear[],
  asked: CommitteeMeasure | null = null,
): AccuracyOverYears {
  const inOrder = docs.toSorted((a, b) => a.year - b.year);
  const measure = asked ?? commonMeasure(inOrder);
  const years = inOrder.map((doc) => ({
    year: doc.year,
    rounds: evaluatedRounds(doc, measure, outcomeOf(doc)),
  }));
  const outcomeVariances = inOrder.map((doc) => ({
    year: doc.year,
    variance: outcomeVarianceOf(doc, measure),
  }));
  const scale = scaleOf(
    outcomeVariances.flatMap(({ year, variance }) =>
      isAvailable(variance) ? [{ year, varianceOre: variance.value }] : [],
    ),
  );
  const mostRounds = Math.max(0, ...years.map(({ rounds }) => rounds.length));
  const rounds = Array.from({ length: mostRounds }, (_, n) => roundOverYears(n + 1, years, scale));
  return { committee, years: years.map(({ year }) => year), measure, outcomeVariances, scale, rounds };
}

/** Years are compared in one measure: the first year's whose forecasts say one. */
function commonMeasure([first, ...later]: readonly FollowUpYear[]): CommitteeMeasure {
  if (!first) return 'annualResult';
  return first.forecasts.length > 0 || later.length === 0 ? measureOf(first, null) : commonMeasure(later);
}

function outcomeOf(doc: FollowUpYear) {
  const accounts = standingAccounts(doc);
  return accounts && sumsOf(accounts);
}

function roundOverYears(
  round: number,
  years: readonly EvaluatedYear[],
  scale: Metric<Scale>,
): RoundOverYears {
  const evaluated = years.map(({ year, rounds }) => {
    const found = rounds.find(({ calendar }) => calendar.round === round);
    return { year, budget: found?.budget ?? null, error: found?.error ?? notAvailable('no-forecast') };
  });
  const known = evaluated.filter(({ error }) => isAvailable(error));
  const errorsOre = availableOnes(known.map(({ error }) => error));
  const meanSize = meanAbsoluteError(errorsOre);
  return {
    round,
    errors: evaluated.map(({ year, error }) => ({ year, error })),
    meanAbsoluteError: meanSize,
    bias: bias(errorsOre),
    shareOfBudgetedNetCost: shareOfKnown(known),
    scaledError: scaledError(meanSize, scale),
    trackingSignal: trackingSignal(errorsOre),
    interval: errorInterval(errorsOre),
  };
}

/** Errors and budgets of the same years: one whose budget is missing counts in neither. */
function shareOfKnown(
  known: readonly { budget: EvaluatedRound['budget']; error: Metric<Ore> }[],
): Metric<Share> {
  const budgeted = known.filter(({ budget }) => budget !== null);
  if (budgeted.length === 0) return notAvailable(known.length > 0 ? 'budget-not-adopted' : 'too-few-years');
  return shareOf(
    availableOnes(budgeted.map(({ error }) => error)),
    availableOnes(budgeted.map(({ budget }) => budgetOf(budget, 'netCost'))),
  );
}
