import { enumerate, wordsItem, type Item, type ItemPlace } from '#libs/kernel';
import type { Notice } from '../committee-year/legal-force.js';
import type { Dissent, Relation, RelationAction } from '../contract/index.js';
import type { DecisionDoc } from './decision-doc.js';

/** Everything that holds of a paragraph. What is not stated is no item. */
export function decisionItems(doc: DecisionDoc): readonly Item[] {
  const place: ItemPlace = { path: `decisions/${doc.date}/${doc.paragraph}`, label: doc.citation };
  const stated: readonly (readonly [segment: string, name: string, words: string | null])[] = [
    ['subject', 'ärende', doc.subject || null],
    ['text', 'beslut', doc.text],
    ['registryNumber', 'diarienummer', doc.registryNumber],
    ['outcome', 'utgång', doc.outcome],
    ['dissents', 'reservation', enumerate(doc.dissents.map(tellDissent)) || null],
    ['relates', 'gäller', enumerate(doc.relates.map(tellRelation)) || null],
    ['minutesApprovedOn', 'justerad', doc.minutesApprovedOn],
    ['notices', 'anslag', enumerate(doc.notices.map(tellNotice)) || null],
  ];
  return stated.flatMap(([segment, name, words]) =>
    words === null ? [] : [wordsItem(place, segment, name, words)],
  );
}

function tellDissent({ by, text }: Dissent): string {
  return text === null ? by : `${by}: ${text}`;
}

const actionsInSwedish: Readonly<Record<RelationAction, string>> = {
  adopts: 'antar',
  amends: 'ändrar',
  takesNote: 'lägger till handlingarna',
};

function tellRelation({ action, subject }: Relation): string {
  return `${actionsInSwedish[action]} ${subject}`;
}

function tellNotice({ publishedOn, removedOn }: Notice): string {
  return removedOn === null ? `från ${publishedOn}` : `${publishedOn} till ${removedOn}`;
}
