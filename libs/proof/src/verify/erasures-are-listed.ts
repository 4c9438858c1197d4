import { erasureLine } from '../bundle/erasure-line.js';
import type { ErasuresRestOnDecisions } from './erasures-rest-on-decisions.js';
import { fail } from './failure.js';

/** The list of erasures has every event that a decision names, and no other. */
export async function erasuresAreListed(
  lists: AsyncIterable<readonly string[]>,
  erasures: ErasuresRestOnDecisions,
): Promise<void> {
  const due = erasures.all();
  let count = 0;
  for await (const lines of lists) {
    for (const line of lines) {
      count += 1;
      const { value: erasure } = due.next();
      if (!erasure || erasureLine(erasure) !== line) fail('erasures-list-differs', { line: count });
    }
  }
  if (!due.next().done) fail('erasures-list-differs', { line: count + 1 });
}
