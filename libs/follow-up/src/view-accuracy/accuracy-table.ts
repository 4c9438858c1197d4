import type { FiscalYear, Ore } from '#libs/kernel';
import { available, isAvailable, valueOrNull, type Metric } from '../fiscal-year/metric.js';
import type { RoundAccuracy } from './round-accuracy.js';

/** A row of the table "Prognossäkerhet". */
export interface AccuracyRow {
  /** Swedish, as printed: what the round is called, and the accounts last. */
  readonly label: string;
  /** Null for the accounts. */
  readonly round: number | null;
  /** The variance that was forecast; null where none was. */
  readonly forecastOre: Ore | null;
  /** How far the accounts stand from the forecast, plus is better; null until they are closed. */
  readonly deviationFromAccountsOre: Ore | null;
}

/**
 * One row a round, then the accounts: there the budget is the forecast, which is no variance, and the deviation is
 * how far the year ended from it.
 */
export function accuracyTable(
  rounds: readonly RoundAccuracy[],
  year: FiscalYear,
  outcomeVariance: Metric<Ore>,
): readonly AccuracyRow[] {
  const rows = rounds.map(({ label, round, forecastVariance, error }) =>
    row(label, round, forecastVariance, error),
  );
  const budget = isAvailable(outcomeVariance) ? available(0) : outcomeVariance;
  return [...rows, row(`Bokslut ${year}`, null, budget, outcomeVariance)];
}

function row(
  label: string,
  round: number | null,
  forecast: Metric<Ore>,
  deviation: Metric<Ore>,
): AccuracyRow {
  return {
    label,
    round,
    forecastOre: valueOrNull(forecast),
    deviationFromAccountsOre: valueOrNull(deviation),
  };
}
