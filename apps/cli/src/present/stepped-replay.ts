import type { ToldFact } from '#libs/audit';
import type { PrintedUnit } from '#libs/kernel';
import { wrap } from './table.js';
import { factLines } from './told-fact.js';

/** What was replayed step by step. */
export interface SteppedReplay {
  readonly committee: string;
  readonly asOf: string;
  readonly knownAt: string | null;
  readonly facts: readonly ToldFact[];
}

/** What happened, event by event in the order in which it was recorded. */
export function steppedReplayText(
  { committee, asOf, knownAt, facts }: SteppedReplay,
  unit: PrintedUnit,
): string {
  const known = knownAt === null ? '' : `, så långt det var registrerat ${knownAt}`;
  const told = facts.flatMap((fact) => ['', ...factLines(fact, fact.changes, unit)]);
  const lines = told.length > 0 ? told : ['', 'Inget gällde eller var känt då.'];
  const title = wrap(`${committee} till och med ${asOf}${known}, händelse för händelse (${unit})`);
  return `${[...title, ...lines].join('\n')}\n`;
}
