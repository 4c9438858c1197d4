import {
  statusInSwedish,
  tellAmount,
  tellEffect,
  type ActionPlanDocument,
  type MeasureDocument,
} from '#libs/action-plan';
import { missing, notesFor } from './amounts.js';
import type { Row, TextTable } from './table.js';

type EffectsOfYear = ActionPlanDocument['effects'][number];

/** A plan's measures: how they stand, what was promised first and what is promised now, what came out, and until when. */
export function actionPlanTable(plan: ActionPlanDocument): TextTable {
  const rows = plan.measures.map((measure): Row => ({ cells: cellsOf(measure) }));
  const { withoutStatedEffect, withoutDueDate, measures } = plan.counts;
  return {
    title: `${plan.title} (${plan.citation})`,
    columns: [
      { heading: 'Åtgärd', align: 'left', width: 30 },
      { heading: 'Status', align: 'left', width: 9 },
      { heading: 'Väntad effekt\nvid beslutet', align: 'right', width: 14 },
      { heading: 'Väntad effekt\nnu', align: 'right', width: 14 },
      { heading: 'Uppnådd\neffekt', align: 'right', width: 13 },
      { heading: 'Klart\nsenast', align: 'left', width: 10 },
    ],
    rows,
    notes: notesFor(rows, [
      ...plan.effects.map(tellYear),
      `Ingen uppgift om effekt: ${withoutStatedEffect} av ${measures} åtgärder. Ingen uppgift om när de ska vara klara: ${withoutDueDate} av ${measures}.`,
    ]),
  };
}

function cellsOf({ text, status, effect, dueOn }: MeasureDocument): readonly string[] {
  const cell = (stated: MeasureDocument['effect']['current']) =>
    stated === null ? missing : tellEffect(stated);
  const { original, current, realised } = effect;
  return [text, statusInSwedish[status], cell(original), cell(current), cell(realised), dueOn ?? missing];
}

function tellYear({ year, original, current, realised }: EffectsOfYear): string {
  const sum = (stated: EffectsOfYear['current']) =>
    stated === null
      ? 'ingen uppgift'
      : `${tellAmount(stated.amountOre, stated.precision)} (${stated.measures} st)`;
  const when = year === null ? 'Utan angivet år' : String(year);
  return `${when}: väntat vid besluten ${sum(original)}, väntat nu ${sum(current)}, uppnått ${sum(realised)}.`;
}
