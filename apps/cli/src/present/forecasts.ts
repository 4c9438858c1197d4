import type { ForecastMatrix } from '#libs/follow-up';
import type { PrintedUnit } from '#libs/kernel';
import { amount, missing, notesFor } from './amounts.js';
import type { Row, TextTable } from './table.js';

const kinds = { level: 'nivå', variance: 'avvikelse' } as const;

/** The forecasts of a year, round by round: of the committee's result and net cost, in its own kind of figures. */
export function forecastsTable(matrix: ForecastMatrix, unit: PrintedUnit = 'tkr'): TextTable {
  const amountsOf = (of: string) => matrix.rows.find((row) => row.of === of)?.amountsOre ?? [];
  const [results, netCosts] = [amountsOf('annualResult'), amountsOf('netCost')];
  const rows = matrix.rounds.map(({ round, label, date, note }, n): Row => {
    const kind = matrix.figureKinds[n];
    return {
      cells: [
        String(round),
        label,
        date,
        kind ? kinds[kind] : missing,
        amount(netCosts[n], unit),
        amount(results[n], unit),
        note?.citation ?? missing,
      ],
    };
  });
  return {
    title: `Prognoser ${matrix.year} (${unit})`,
    columns: [
      { heading: 'Nr', align: 'right' },
      { heading: 'Avstämningstillfälle', align: 'left' },
      { heading: 'Datum', align: 'left' },
      { heading: 'Avser', align: 'left' },
      { heading: 'Nettokostnad', align: 'right' },
      { heading: 'Resultat', align: 'right' },
      { heading: 'Behandlad', align: 'left' },
    ],
    rows,
    notes: notesFor(rows),
  };
}
