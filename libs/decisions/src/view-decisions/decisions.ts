import {
  citationYear,
  parseCitation,
  parseStreamId,
  parseStreamName,
  printCitation,
  type Citation,
  type DocSelection,
  type Projection,
  type Recorded,
  type StreamSelector,
} from '#libs/kernel';
import { decisionsContext, decisionsStreamName, type DecisionsEvent } from '../contract/index.js';
import { evolveDecision, isParagraphFact, type DecisionDoc, type ParagraphFact } from './decision-doc.js';

/** The paragraphs of all committees: a document each, by its citation. */
export const decisions: Projection<DecisionDoc, DecisionsEvent> = {
  name: 'decisions',
  version: 1,
  contexts: [decisionsContext],
  keysOf: (event) => (isParagraphFact(event) ? [citationOfFact(event)] : []),
  initial,
  evolve: (doc, event) => (isParagraphFact(event) ? evolveDecision(doc, event) : doc),
  index: ({ committee, year, paragraph }) => ({
    committee,
    year,
    sortKey: `${year}.${String(paragraph).padStart(5, '0')}`,
  }),
  sources,
};

function citationOfFact({ data, record }: Recorded<ParagraphFact>): string {
  const body = parseStreamName(parseStreamId(record.stream).name).committee ?? '';
  return printCitation({ body, date: data.date, paragraph: data.paragraph });
}

function cited(key: string): Citation {
  const citation = parseCitation(key);
  if (!citation) throw new Error(`"${key}" is no citation.`);
  return citation;
}

function initial(key: string): DecisionDoc {
  const citation = cited(key);
  return {
    citation: key,
    committee: citation.body,
    year: citationYear(citation),
    date: citation.date,
    paragraph: citation.paragraph,
    subject: '',
    text: null,
    registryNumber: null,
    outcome: null,
    dissents: [],
    relates: [],
    registeredAt: null,
    minutesApprovedOn: null,
    notices: [],
    former: [],
    revision: -1,
  };
}

function sources({ key, committee, year }: DocSelection): readonly StreamSelector[] {
  if (key !== undefined) return [{ stream: decisionsStreamName(cited(key).body, citationYear(cited(key))) }];
  if (committee === undefined) return [{ prefix: `${decisionsContext}-` }];
  return [
    year === undefined
      ? { prefix: `${decisionsContext}-${committee}.` }
      : { stream: decisionsStreamName(committee, year) },
  ];
}
