import { unknownEvent, withoutFullStop, type Teller } from '#libs/kernel';
import type { DecisionsEvent } from '../contract/index.js';
import { isParagraphFact, type DecisionDoc, type ParagraphFact } from './decision-doc.js';
import { decisionItems } from './decision-items.js';
import { decisions } from './decisions.js';

/** Says what became of a committee's paragraphs. */
export const decisionTeller: Teller<DecisionDoc, DecisionsEvent> = {
  projection: decisions,
  tell: (event) => (isParagraphFact(event) ? tellParagraph(event) : null),
  itemsOf: decisionItems,
};

function tellParagraph(event: ParagraphFact): string {
  const paragraph = `§ ${event.data.paragraph}`;
  switch (event.type) {
    case 'DecisionRegistered':
      return `Beslutet i ${paragraph} registrerades: ”${event.data.subject}”`;
    case 'DecisionCorrected':
      return `Uppgifterna om ${paragraph} rättades: ${withoutFullStop(event.data.reason)}`;
    case 'MinutesApproved':
      return `Protokollet för ${paragraph} justerades`;
    case 'NoticePublished':
      return `Justeringen av ${paragraph} tillkännagavs på anslagstavlan`;
    case 'NoticeRemoved':
      return `Anslaget om ${paragraph} togs ned`;
    default:
      return unknownEvent(event);
  }
}
