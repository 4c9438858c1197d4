import { inOrderOfBytes, parseDocumentLine, type DocumentDigest } from '../bundle/document-line.js';
import { readModelHeadText, type ReadModelHead } from '../bundle/head.js';
import { readModelName } from '../bundle/names.js';
import { fail } from './failure.js';
import { wellWritten } from './well-written.js';
import type { FoldCheck, FoldVerdict, NotComparableReason } from './fold-check.js';

/** What came of a read model. */
export interface ReadModelResult extends ReadModelHead {
  readonly documents: number;
  readonly verdict: 'equal' | 'not-checked' | NotComparableReason;
  /** Where it cannot be folded: by which event. */
  readonly detail?: string;
}

/**
 * What was served is what the events say: each read model is the fold of the events, as far as it had come. Without a
 * fold only the form of the list is checked. `size` is how many events the log has.
 */
export async function readModelIsTheFold(
  readModel: ReadModelHead,
  lines: AsyncIterable<readonly string[]>,
  size: number,
  fold: FoldCheck | undefined,
): Promise<ReadModelResult> {
  let count = 0;
  const documents = documentsOf(readModel, lines, (length) => void (count += length));
  const verdict = await verdictOn(readModel, documents, size, fold);
  if (verdict?.verdict === 'different') {
    const { key, problem } = verdict;
    return fail('read-model-differs', { readModel: readModel.name, key, problem });
  }
  // What nobody compared is read all the same.
  for await (const _ of documents);
  if (verdict?.verdict !== 'not-comparable') {
    return { ...readModel, documents: count, verdict: verdict?.verdict ?? 'not-checked' };
  }
  const { reason, detail } = verdict;
  return { ...readModel, documents: count, verdict: reason, ...(detail !== undefined && { detail }) };
}

async function verdictOn(
  readModel: ReadModelHead,
  documents: AsyncIterable<readonly DocumentDigest[]>,
  size: number,
  fold: FoldCheck | undefined,
): Promise<FoldVerdict | null> {
  if (!fold) return null;
  if (readModel.version === null) return { verdict: 'not-comparable', reason: 'not-built' };
  if (readModel.events > size) return { verdict: 'not-comparable', reason: 'beyond-the-checkpoint' };
  return fold.compare(readModel, documents);
}

/** The documents of a list: its first line is the read model's head, the others are in the order of their keys. */
async function* documentsOf(
  readModel: ReadModelHead,
  lines: AsyncIterable<readonly string[]>,
  onPage: (length: number) => void,
): AsyncGenerator<readonly DocumentDigest[], void, void> {
  const entry = readModelName(readModel.name);
  const head = readModelHeadText(readModel);
  let before: string | null = null;
  let isHeaded = false;
  for await (const page of lines) {
    if (!isHeaded && page[0] !== head) malformed(entry, 'Its first line is not its head.');
    const documents = wellWritten(entry, () => page.slice(isHeaded ? 0 : 1).map(parseDocumentLine));
    isHeaded = true;
    for (const { key } of documents) {
      if (before !== null && inOrderOfBytes(before, key) >= 0) malformed(entry, `${key} is out of order.`);
      before = key;
    }
    onPage(documents.length);
    yield documents;
  }
  if (!isHeaded) malformed(entry, 'It is empty.');
}

function malformed(entry: string, reason: string): never {
  return fail('entry-malformed', { entry, reason });
}
