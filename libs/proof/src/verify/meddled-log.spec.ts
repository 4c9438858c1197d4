import { canonicalJson } from '../canonical-json.js';
import { dataHashOf, type Envelope } from '../envelope.js';
import type { BundleParts } from '../bundle/bundle-archive.js';
import type { EventTexts } from '../bundle/event-line.js';
import { bundleParts, readModels, reseal, sampleLog, verified, type SampleLog } from '../testing/index.js';
import type { FailureCode } from './failure.js';

/** The bundle of a log as it was notarised, with what somebody made of its events afterwards. */
function meddled(meddle: (log: SampleLog) => void): BundleParts {
  const log = sampleLog();
  const parts = bundleParts(log, readModels);
  meddle(log);
  return parts;
}

/** As a meddler would who knows how events are sealed, and has the key of the log as well. */
function rewritten(meddle: (log: SampleLog) => void): BundleParts {
  const log = sampleLog();
  meddle(log);
  return bundleParts(log, readModels);
}

function swap(log: SampleLog, a: number, b: number): void {
  const [first, second] = [log.events[a - 1] as EventTexts, log.events[b - 1] as EventTexts];
  log.change(a, second);
  log.change(b, first);
}

const other = (data: object) => {
  const content = canonicalJson({ data, reason: null, requestHash: null, warnings: [] });
  const salt = '0'.repeat(32);
  return { content, salt, dataHash: dataHashOf(salt, content) };
};

describe('what somebody does to the log is found', () => {
  it.each<[string, FailureCode, (log: SampleLog) => void]>([
    ['another content', 'content-not-as-sealed', (log) => log.change(3, { content: other({}).content })],
    ['another salt', 'content-not-as-sealed', (log) => log.change(3, { salt: 'e'.repeat(32) })],
    [
      'another content in an envelope that fits',
      'previous-event-differs',
      (log) => {
        const { content, salt, dataHash } = other({ amountOre: 1 });
        log.change(3, { content, salt });
        reseal(log, 3, { dataHash });
      },
    ],
    [
      'the same to the last event of a stream',
      'event-not-in-the-tree',
      (log) => {
        const { content, salt, dataHash } = other({ amountOre: 1 });
        log.change(6, { content, salt });
        reseal(log, 6, { dataHash });
      },
    ],
    ['two events swapped', 'stream-not-continued', (log) => swap(log, 2, 3)],
    ['two streams swapped', 'event-not-in-the-tree', (log) => swap(log, 1, 2)],
    ['an event left out', 'stream-not-continued', (log) => void log.events.splice(2, 1)],
    ['the end cut off', 'events-miscounted', (log) => void log.events.pop()],
    ['an event doubled', 'stream-not-continued', (log) => void log.events.splice(2, 0, log.events[2]!)],
    ['an erasure without a decision', 'erased-without-decision', (log) => log.erase(3)],
    ['the decision erased as well', 'erased-without-decision', (log) => log.erase(4)],
    [
      'another time',
      'event-not-in-the-tree',
      (log) => reseal(log, 6, { recordedAt: '2025-01-01T00:00:00.000Z' }),
    ],
    [
      'another actor',
      'event-not-in-the-tree',
      (log) => reseal(log, 6, { actor: { committee: null, id: 'x', role: 'y' } }),
    ],
    ['another committee', 'committee-not-of-the-stream', (log) => reseal(log, 6, { committee: 'KF' })],
    ['no committee', 'committee-not-of-the-stream', (log) => reseal(log, 6, { committee: null })],
    [
      'another municipality',
      'event-of-another-municipality',
      (log) => reseal(log, 6, { stream: 'lerum:decisions-SN.2025' }),
    ],
    [
      'a second event of the same id',
      'id-not-its-own',
      (log) => reseal(log, 6, { id: (JSON.parse(log.events[0]!.envelope) as Envelope).id }),
    ],
    ['an id that is none', 'envelope-malformed', (log) => reseal(log, 6, { id: 'x' })],
    ['an envelope that is none', 'envelope-malformed', (log) => log.change(6, { envelope: '{}' })],
    ['a content that is none', 'content-malformed', (log) => log.change(3, { content: '{"data":{}}' })],
    [
      'a content with spaces',
      'content-malformed',
      (log) => log.change(3, { content: log.events[2]!.content!.replace(':', ': ') }),
    ],
    [
      'a reason that is not needed',
      'content-malformed',
      (log) => log.change(3, { content: log.events[2]!.content!.replace('"reason":null', '"reason":"x"') }),
    ],
    ['a line that is none', 'line-malformed', (log) => log.change(3, { salt: 'x' })],
  ])('%s: %s', async (_, code, meddle) => {
    expect((await verified(meddled(meddle))).failure).toMatchObject({ code });
  });

  it('by the first event that fails, and what stood before it is told', async () => {
    const { failure, lastEvent, checked } = await verified(
      meddled((log) => log.change(3, { salt: 'e'.repeat(32) })),
    );
    expect(failure?.facts).toMatchObject({
      place: 3,
      id: '00000000-0000-4000-8000-000000000003',
      stream: 'alingsas:budget-SN.2025',
      revision: 1,
    });
    expect([lastEvent?.place, checked.events]).toEqual([2, 2]);
  });

  it('by the event that is not in the tree, where nothing follows it in its stream', async () => {
    const meddle = (log: SampleLog) => reseal(log, 5, { type: 'BudgetAmended' });
    expect((await verified(meddled(meddle))).failure).toMatchObject({
      code: 'event-not-in-the-tree',
      facts: { place: 5, stream: 'alingsas:budget-SN.2025', revision: 2, tile: 'tile/0/000.p/6' },
    });
  });

  it.each<[string, FailureCode, (log: SampleLog) => void]>([
    ['an event erased without a decision', 'erased-without-decision', (log) => log.erase(3)],
    [
      'a decision that rests on nothing',
      'erasure-rests-on-nothing',
      (log) => void log.decideToErase([3], null),
    ],
    [
      'a decision that names an event that is not there',
      'erasure-names-no-event',
      (log) =>
        void log.record({
          stream: 'audit.erasures',
          type: 'EventsErased',
          decision: 'KS 2025-04-01, § 15',
          data: {
            events: [{ id: '00000000-0000-4000-8000-00000000ffff', stream: 'x', revision: 0, type: 'x' }],
            reason: 'Gallring',
          },
        }),
    ],
    [
      'a decision that names nothing',
      'erasure-malformed',
      (log) =>
        void log.record({ stream: 'audit.erasures', type: 'EventsErased', decision: 'KS 2025-04-01, § 15' }),
    ],
    [
      'the decision in another stream',
      'erased-without-decision',
      (log) => {
        log.decideToErase([3]);
        const { content, salt, envelope } = log.events.pop()!;
        const { data } = JSON.parse(content!) as { data: object };
        expect([salt, envelope]).not.toContain(null);
        log.record({
          stream: 'decisions-SN.2025',
          type: 'EventsErased',
          decision: 'KS 2025-04-01, § 15',
          data,
        });
        log.erase(3);
      },
    ],
  ])('also where it is signed: %s: %s', async (_, code, meddle) => {
    expect((await verified(rewritten(meddle))).failure).toMatchObject({ code });
  });

  it.each(['stream', 'revision', 'type'] as const)(
    'also where a decision to erase names another %s',
    async (field) => {
      const log = sampleLog();
      log.decideToErase([3]);
      const { data } = JSON.parse(log.events.pop()!.content!) as {
        data: { events: Record<string, unknown>[] };
      };
      data.events[0]![field] = field === 'revision' ? 7 : 'alingsas:budget-SN.2024';
      log.record({ stream: 'audit.erasures', type: 'EventsErased', decision: 'KS 2025-04-01, § 15', data });
      expect((await verified(bundleParts(log))).failure).toMatchObject({ code: 'stream-not-continued' });
    },
  );
});
