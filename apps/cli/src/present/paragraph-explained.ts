import type { ParagraphExplained, RestingGroup } from '#libs/audit';
import type { PrintedUnit } from '#libs/kernel';
import { changeLines } from './changes.js';
import { deeper, factLines, saidLaterLines, sentenceLines } from './told-fact.js';

const contexts: Readonly<Record<string, string>> = {
  budget: 'Budget',
  followUp: 'Uppföljning',
  actionPlan: 'Handlingsplaner',
  decisions: 'Beslut',
  organisation: 'Organisation',
  audit: 'Gallring',
};

/** Everything that rests on a paragraph: the decision itself first, then what was done under it. */
export function paragraphExplainedText(explained: ParagraphExplained, unit: PrintedUnit): string {
  const { citation, decision, groups, citedLater } = explained;
  const facts = decision.flatMap((fact) => ['', ...factLines(fact, fact.changes, unit, citation)]);
  const later = citedLater.flatMap(({ fact, saidBy }) => [
    '',
    ...sentenceLines(fact),
    ...saidLaterLines(saidBy),
    ...changeLines(fact.changes, unit, deeper),
  ]);
  return `${[
    `${citation}: vad som vilar på paragrafen (${unit})`,
    ...(facts.length > 0 ? ['', 'Beslutet', ...facts] : []),
    ...groups.flatMap((group) => groupLines(group, unit, citation)),
    ...(later.length > 0 ? ['', 'Registrerat utan paragraf, som angavs i efterhand', ...later] : []),
  ].join('\n')}\n`;
}

function groupLines(
  { context, committee, facts }: RestingGroup,
  unit: PrintedUnit,
  citation: string,
): readonly string[] {
  const title = [contexts[context] ?? context, committee].filter((part) => part !== null).join(', ');
  return ['', title, ...facts.flatMap((fact) => ['', ...factLines(fact, fact.changes, unit, citation)])];
}
