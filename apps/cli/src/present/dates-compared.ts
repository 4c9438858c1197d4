import type { DatesComparedAnswer, ExplainedChange } from '#libs/audit';
import type { PrintedUnit } from '#libs/kernel';
import { changeLines } from './changes.js';
import { factsOf } from './facts-of-changes.js';
import { wrap } from './table.js';
import { factLines, sentenceLines } from './told-fact.js';

/** In the order in which people ask, by the first part of the paths. */
const sections: Readonly<Record<string, string>> = {
  budgets: 'Budget',
  'follow-up': 'Uppföljning: prognoser, utfall och bokslut',
  'action-plans': 'Handlingsplaner',
  decisions: 'Beslut och sammanträden',
  meetings: 'Beslut och sammanträden',
  committee: 'Nämnden',
};
const otherwise = 'Övrigt';

/** What differs between two dates, event by event; and beside it what happened and changed nothing that differs. */
export function datesComparedText(compared: DatesComparedAnswer, unit: PrintedUnit): string {
  const { committee, from, to, knownAt, changes, others } = compared;
  const known = knownAt === null ? '' : `, så långt det var registrerat ${knownAt}`;
  const bySection = Map.groupBy(changes, ({ path }) => sections[path.split('/')[0] ?? ''] ?? otherwise);
  const told = [...new Set(Object.values(sections)), otherwise].flatMap((section) =>
    sectionLines(section, bySection.get(section) ?? [], unit),
  );
  const beside = others.flatMap((fact) => ['', ...sentenceLines(fact)]);
  return `${[
    ...wrap(`${committee}: vad som ändrades från ${from} till ${to}${known} (${unit})`),
    ...told,
    ...(changes.length === 0 ? ['', 'Inget skiljer mellan datumen.'] : []),
    ...(others.length === 0 ? [] : ['', 'Hände också, utan att något skiljer för det:', ...beside]),
  ].join('\n')}\n`;
}

function sectionLines(
  title: string,
  changes: readonly ExplainedChange[],
  unit: PrintedUnit,
): readonly string[] {
  if (changes.length === 0) return [];
  const facts = factsOf(changes).flatMap((fact) => ['', ...factLines(fact, fact.changes, unit)]);
  const several = changes.filter(({ steps }) => steps.length > 1);
  const sums =
    several.length === 0 ? [] : ['', 'Ändrat flera gånger, sammanlagt:', ...changeLines(several, unit, '  ')];
  return ['', title, ...facts, ...sums];
}
