import type { AccuracyOverYears } from '#libs/follow-up';
import { divideRounded, type PrintedUnit } from '#libs/kernel';
import { amount, missing, notesFor } from './amounts.js';
import { tellMetric, valueOf } from './metrics.js';
import type { Row, TextTable } from './table.js';

/** The same round of several years beside each other, with what only several years can tell. */
export function accuracyOverYearsTable(accuracy: AccuracyOverYears, unit: PrintedUnit = 'tkr'): TextTable {
  const rows = accuracy.rounds.map((round): Row => {
    const tracking = valueOf(round.trackingSignal);
    return {
      cells: [
        String(round.round),
        ...round.errors.map(({ error }) => amount(valueOf(error), unit)),
        mean(valueOf(round.meanAbsoluteError), unit),
        mean(valueOf(round.bias), unit),
        tracking === null ? missing : `${tracking.printed}${tracking.isBeyondLimits ? ' !' : ''}`,
      ],
    };
  });
  const variances = accuracy.outcomeVariances.map(
    ({ year, variance }) => `${year} ${tellMetric(variance, (ore) => `${amount(ore, unit)} ${unit}`)}`,
  );
  return {
    title: `Prognossäkerhet över åren: bokslut minus prognos (${unit})`,
    columns: [
      { heading: 'Nr', align: 'right' },
      ...accuracy.years.map((year) => ({ heading: String(year), align: 'right' }) as const),
      { heading: 'Medelfel', align: 'right' },
      { heading: 'Systematiskt', align: 'right' },
      { heading: 'Spårsignal', align: 'right' },
    ],
    rows,
    notes: notesFor(rows, [
      `Bokslutens avvikelse mot budget: ${variances.join('; ')}.`,
      'Medelfel är felens storlek i genomsnitt, systematiskt fel deras genomsnitt med tecken. En spårsignal utanför ±4 märks med !.',
    ]),
  };
}

function mean(of: { readonly sumOre: number; readonly years: number } | null, unit: PrintedUnit): string {
  return of === null ? missing : amount(divideRounded(BigInt(of.sumOre), BigInt(of.years)), unit);
}
