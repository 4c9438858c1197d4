import type { YearAccuracy } from '#libs/follow-up';
import type { PrintedUnit } from '#libs/kernel';
import { amount, missing, notesFor } from './amounts.js';
import { tellMetric } from './metrics.js';
import type { Row, TextTable } from './table.js';

const measures = { annualResult: 'årets resultat', netCost: 'nettokostnaden' } as const;

type ShownRound = Pick<
  YearAccuracy['rounds'][number],
  'round' | 'date' | 'measuresDecidedSince' | 'isBudgetChangedSince'
>;

/** What the table shows of a year. */
export interface ShownAccuracy extends Pick<
  YearAccuracy,
  'year' | 'measure' | 'table' | 'shareOfBudgetedNetCost' | 'pathLength' | 'convergence' | 'offset'
> {
  readonly accounts: Pick<NonNullable<YearAccuracy['accounts']>, 'effectiveOn'> | null;
  readonly rounds: readonly ShownRound[];
}

/** How accurate a year's forecasts were: round by round against the accounts, and what the year as a whole tells. */
export function accuracyTable(accuracy: ShownAccuracy, unit: PrintedUnit = 'tkr'): TextTable {
  const dates = new Map(accuracy.rounds.map(({ round, date }) => [round, date]));
  const rows = accuracy.table.map(({ label, round, forecastOre, deviationFromAccountsOre }): Row => ({
    cells: [
      round === null ? '' : String(round),
      label,
      round === null ? (accuracy.accounts?.effectiveOn ?? missing) : (dates.get(round) ?? missing),
      amount(forecastOre, unit),
      amount(deviationFromAccountsOre, unit),
    ],
    isSum: round === null,
  }));
  return {
    title: `Prognossäkerhet ${accuracy.year}, ${measures[accuracy.measure]} (${unit})`,
    columns: [
      { heading: 'Nr', align: 'right' },
      { heading: 'Avstämningstillfälle', align: 'left' },
      { heading: 'Datum', align: 'left' },
      { heading: 'Prognos', align: 'right' },
      { heading: 'Avvikelse mot bokslut', align: 'right' },
    ],
    rows,
    notes: notesFor(rows, notesOf(accuracy, unit)),
  };
}

function notesOf(accuracy: ShownAccuracy, unit: PrintedUnit): readonly string[] {
  const print = (ore: number) => `${amount(ore, unit)} ${unit}`;
  const share = tellMetric(accuracy.shareOfBudgetedNetCost, ({ printed }) => printed);
  const path = tellMetric(accuracy.pathLength, ({ lengthOre }) => print(lengthOre));
  const convergence = tellMetric(accuracy.convergence, ({ fromRound, toleranceOre }) =>
    fromRound === null
      ? `den sista prognosen låg utanför ${print(toleranceOre)}`
      : `från avstämning ${fromRound} låg prognosen inom ${print(toleranceOre)}`,
  );
  const offset = tellMetric(
    accuracy.offset,
    ({ grossOre, netOre, printed }) =>
      `${printed} (kontogruppernas avvikelser är ${print(grossOre)} brutto och ${print(netOre)} netto)`,
  );
  return [
    `Sista prognosens avvikelse av budgeterad nettokostnad: ${share}.`,
    `Prognosens sammanlagda ändringar under året: ${path}.`,
    `Konvergens: ${convergence}.`,
    `Kvittning: ${offset}.`,
    ...changesBehindTheForecast(accuracy),
  ];
}

/** A measure taken because of a forecast makes a good forecast look wrong, so both are told together. */
function changesBehindTheForecast({ rounds }: ShownAccuracy): readonly string[] {
  const decided = new Map(
    rounds.flatMap((round) =>
      round.measuresDecidedSince.map(({ planId, measure }) => [`${planId} ${measure.id}`, measure.text]),
    ),
  );
  const changed = rounds.filter(({ isBudgetChangedSince }) => isBudgetChangedSince).map(({ round }) => round);
  return [
    ...(decided.size === 0
      ? []
      : [`Åtgärder beslutade mellan avstämning och bokslut: ${[...decided.values()].join('; ')}.`]),
    ...(changed.length === 0 ? [] : [`Budgeten ändrades efter avstämning ${changed.join(', ')}.`]),
  ];
}
