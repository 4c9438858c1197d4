import { notAvailable, tellAmount, tellField, tellValue, type PlanComparison } from '#libs/action-plan';
import type { Row, TextTable } from './table.js';

type Change = PlanComparison['plan'][number];
type ComparedYear = PlanComparison['effects'][number];

/** A plan as it stood on two dates: term by term, with the measures that came and went. */
export function planComparisonTable(comparison: PlanComparison): TextTable {
  const { plan, added, removed, changed, unchanged, from, to } = comparison;
  const rows: readonly Row[] = [
    ...plan.map((change) => changeRow('planen', change)),
    ...added.map(({ id, text }) => ({ cells: [id, 'åtgärd', '', `tillkom: ${text}`] })),
    ...removed.map(({ id, text, cancellation }) => ({
      cells: [id, 'åtgärd', text, `avbröts: ${cancellation?.reason ?? ''}`],
    })),
    ...changed.flatMap(({ id, changes }) => changes.map((change) => changeRow(id, change))),
  ];
  return {
    title: 'Planen vid de två datumen',
    columns: [
      { heading: 'Vad', align: 'left', width: 20 },
      { heading: 'Uppgift', align: 'left', width: 16 },
      { heading: from ?? 'från början', align: 'left', width: 28 },
      { heading: to ?? 'nu', align: 'left', width: 28 },
    ],
    rows,
    notes: [
      rows.length === 0
        ? 'Inget skiljer planen mellan datumen.'
        : `Oförändrade åtgärder: ${unchanged.length}.`,
      ...comparison.effects.map(tellYear),
      ...(comparison.adoptedAtFrom || from === null ? [] : [`Planen var inte antagen ${from}.`]),
    ],
  };
}

function changeRow(what: string, change: Change): Row {
  return {
    cells: [what, tellField(change.field), tellValue(change, change.from), tellValue(change, change.to)],
  };
}

/** What had been promised and what had come out on each of the dates. */
function tellYear({ year, from, to }: ComparedYear): string {
  const sum = (effects: ComparedYear['from'], which: 'current' | 'realised') => {
    const stated = effects?.[which] ?? null;
    return stated === null ? notAvailable : tellAmount(stated.amountOre, stated.precision);
  };
  const told = (which: 'current' | 'realised') => `från ${sum(from, which)} till ${sum(to, which)}`;
  return `${year ?? 'Utan angivet år'}: väntad effekt ${told('current')}; uppnådd effekt ${told('realised')}.`;
}
