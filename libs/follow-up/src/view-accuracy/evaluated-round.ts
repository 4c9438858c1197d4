import { budgetFigures, type BudgetFigures } from '#libs/budget/contract';
import type { Ore, StatementSums } from '#libs/kernel';
import { committeeMeasures, type CommitteeMeasure } from '../contract/index.js';
import { finalBudget } from '../fiscal-year/budget-in-force.js';
import { forecastAmount } from '../fiscal-year/forecast-amount.js';
import { andThen, available, isAvailable, notAvailable, type Metric } from '../fiscal-year/metric.js';
import { labelledRounds, type LabelledRound } from '../fiscal-year/round-labels.js';
import { standingForecast, type FollowUpYear } from '../fiscal-year/year-document.js';
import { forecastError, type ForecastFigure } from './error.js';

/** A round's forecast of one measure, and what it is held against. */
export interface EvaluatedRound {
  readonly calendar: LabelledRound;
  readonly forecast: Metric<ForecastFigure>;
  /** The budget in force on the round's date; null where none was. */
  readonly budget: BudgetFigures | null;
  /** Of the measure. */
  readonly budgetOre: Metric<Ore>;
  readonly error: Metric<Ore>;
}

/** The year's rounds against what came out; `outcome` is null until the year is closed. */
export function evaluatedRounds(
  doc: FollowUpYear,
  measure: CommitteeMeasure,
  outcome: StatementSums | null,
): readonly EvaluatedRound[] {
  return labelledRounds(doc).map((calendar) => {
    const budget = budgetFigures(doc.budget, calendar.date);
    const budgetOre = budgetOf(budget, measure);
    const forecast = figureAt(doc, calendar.round, measure, budget);
    return { calendar, forecast, budget, budgetOre, error: errorOf(forecast, measure, outcome, budgetOre) };
  });
}

/** e of a forecast, or of one that somebody else might have made at the same time. */
export function errorOf(
  forecast: Metric<ForecastFigure>,
  measure: CommitteeMeasure,
  outcome: StatementSums | null,
  budgetOre: Metric<Ore>,
): Metric<Ore> {
  return andThen(forecast, (figure) =>
    outcome
      ? forecastError(figure, outcome[`${measure}Ore`], budgetOre)
      : notAvailable('accounts-not-closed'),
  );
}

/** The measure that was asked for, otherwise the first that some round forecast. */
export function measureOf(doc: FollowUpYear, asked: CommitteeMeasure | null): CommitteeMeasure {
  if (asked) return asked;
  const isForecast = (measure: CommitteeMeasure) =>
    doc.calendar.some(({ round, date }) =>
      isAvailable(figureAt(doc, round, measure, budgetFigures(doc.budget, date))),
    );
  return committeeMeasures.find(isForecast) ?? 'annualResult';
}

export function budgetOf(budget: BudgetFigures | null, measure: CommitteeMeasure): Metric<Ore> {
  return budget ? available(budget.sums[`${measure}Ore`]) : notAvailable('budget-not-adopted');
}

/** Whether the budget has changed after the round: then the year's variance is from another budget than the forecast's. */
export function isBudgetChangedSince({ budget }: EvaluatedRound, doc: FollowUpYear): boolean {
  const [then, now] = [budget?.lines ?? [], finalBudget(doc)?.lines ?? []];
  if (then.length !== now.length) return true;
  return now.some(
    ({ accountGroup, inForceOre }) =>
      then.find((line) => line.accountGroup === accountGroup)?.inForceOre !== inForceOre,
  );
}

function figureAt(
  doc: FollowUpYear,
  round: number,
  measure: CommitteeMeasure,
  budget: BudgetFigures | null,
): Metric<ForecastFigure> {
  const forecast = standingForecast(doc, round);
  return andThen(forecastAmount(forecast, measure, budget), (amountOre) =>
    available({ figureKind: forecast?.figureKind ?? 'level', amountOre }),
  );
}
