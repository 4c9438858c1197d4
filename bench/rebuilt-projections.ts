import { followUpProjections } from '#libs/follow-up';
import { parseStreamId, type Projection } from '#libs/kernel';
import type { AnyProjection } from '#libs/read-model';

interface Counted {
  readonly stream: string;
  readonly events: number;
  readonly latestType: string;
  readonly latestOn: string;
}

/** A small document a stream: what the machinery of a rebuild costs when the fold and the documents cost little. */
const counted: Projection<Counted> = {
  name: 'counted-streams',
  version: 1,
  contexts: ['followUp'],
  keysOf: ({ record }) => [parseStreamId(record.stream).name],
  initial: (stream) => ({ stream, events: 0, latestType: '', latestOn: '' }),
  evolve: ({ stream, events }, { type, basis }) => ({
    stream,
    events: events + 1,
    latestType: type,
    latestOn: basis.effectiveOn,
  }),
  index: ({ stream }) => ({ committee: null, year: null, sortKey: stream }),
  sources: () => [{ prefix: 'followUp' }],
};

/** The smallest documents, and the largest that Paragraf has: a committee's whole year of follow-up. */
export const rebuiltProjections: readonly AnyProjection[] = [counted, ...followUpProjections];
