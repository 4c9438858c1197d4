import { emptied, factCited, lent, saved, savedUncited } from '../testing/boxes.js';
import { toldStore } from '../testing/told-store.js';
import {
  ReplayCommitteeQuery,
  ReplayCommitteeQueryHandler,
  type ReplayPage,
} from './replay-committee.handler.js';

const paragraph = 'SN 2025-04-22, § 33';
const amount = (amountOre: number) => ({ kind: 'amount', amountOre });

async function given() {
  const log = toldStore();
  const handler = new ReplayCommitteeQueryHandler(log.logs, log.store);
  const replay = (times = {}, page: ReplayPage = {}, committee = 'SN') =>
    handler.execute(new ReplayCommitteeQuery('alingsas', committee, times, page));
  const sentences = async (...asked: Parameters<typeof replay>) =>
    (await replay(...asked))?.items.map(({ sentence }) => sentence);
  return { ...log, replay, sentences };
}

describe("the replay of a committee's log", () => {
  it('says event by event what happened, who recorded it on what ground, and what changed', async () => {
    const { record, replay } = await given();
    await record([saved('red', 500, paragraph), saved('red', 200, '2025-05-20')]);

    const answer = await replay();

    expect(answer).toMatchObject({ next: '2', atEnd: true });
    expect(answer?.items).toEqual([
      {
        event: {
          id: expect.any(String),
          type: 'Saved',
          stream: 'alingsas:boxes-SN.2025',
          revision: 0,
          position: '1',
          actor: { id: 'test-secretary', role: 'committeeSecretary', committee: 'SN' },
          recordedAt: '2026-01-01T00:00:00.000Z',
          effectiveOn: '2025-04-22',
          restsOn: { citation: paragraph, isCitedLater: false, uncitedReason: null },
        },
        sentence: 'Nämnden lade 500 öre till ingenting.',
        changes: [
          { path: 'boxes/red', label: 'lådan red', from: null, to: amount(500) },
          expect.objectContaining({ path: 'facts' }),
        ],
        cites: null,
        erased: null,
      },
      expect.objectContaining({
        event: expect.objectContaining({
          restsOn: { citation: null, isCitedLater: false, uncitedReason: null },
        }),
        sentence: 'Nämnden lade 200 öre till 500.',
        changes: [
          { path: 'boxes/red', label: 'lådan red', from: amount(500), to: amount(700) },
          expect.objectContaining({ path: 'facts' }),
        ],
      }),
    ]);
  });

  it('has what held on a date and was known by an instant, told on top of nothing else', async () => {
    const { at, record, sentences } = await given();
    await record([saved('red', 1, '2025-03-01'), saved('red', 2, '2025-01-01')]);
    at('2026-02-01T00:00:00.000Z');
    await record([saved('red', 4, '2025-01-15')]);

    expect(await sentences({ asOf: '2025-02-28' })).toEqual([
      'Nämnden lade 2 öre till ingenting.',
      'Nämnden lade 4 öre till 2.',
    ]);
    expect(await sentences({ asOf: '2025-02-28', knownAt: '2026-01-31T00:00:00.000Z' })).toEqual([
      'Nämnden lade 2 öre till ingenting.',
    ]);
  });

  it('takes the committees apart, and tells each what concerns it', async () => {
    const { record, replay, sentences } = await given();
    await record([saved('red', 1, paragraph)]);
    await record(
      [saved('blue', 2, '2025-01-01'), lent('blue', 'SN', '2025-02-01')],
      'alingsas:boxes-KF.2025',
    );
    await record([saved('green', 3, '2025-01-01')], 'lerum:boxes-SN.2025');

    expect(await sentences()).toEqual(['Nämnden lade 1 öre till ingenting.', 'Lådan lånades ut till SN.']);
    const lentTo = {
      path: 'borrowed/blue',
      label: 'lånad låda blue',
      from: null,
      to: { kind: 'words', words: 'lånad' },
    };
    expect((await replay())?.items[1]).toMatchObject({
      event: { stream: 'alingsas:boxes-KF.2025' },
      changes: [lentTo],
    });
    expect((await replay({}, {}, 'KF'))?.items[1]?.changes.map(({ path }) => path)).toEqual(['facts']);
  });

  it('shows the fact that got its paragraph later beside the one that says it, and the paragraph on it', async () => {
    const { record, replay } = await given();
    await record([savedUncited('red', 5, '2025-04-22'), factCited(0, paragraph)]);

    const [fact, cited] = (await replay())?.items ?? [];

    expect(fact?.event.restsOn).toEqual({
      citation: paragraph,
      isCitedLater: true,
      uncitedReason: 'Protokollet saknas.',
    });
    expect(fact?.cites).toBeNull();
    expect(cited?.cites).toEqual({ event: fact?.event, sentence: 'Nämnden lade 5 öre till ingenting.' });
    const before = await replay({ asOf: '2025-04-21' });
    expect(before).toBeNull();
  });

  it('does not show a paragraph before it was said', async () => {
    const { at, record, replay } = await given();
    await record([savedUncited('red', 5, '2025-04-22')]);
    at('2026-02-01T00:00:00.000Z');
    await record([factCited(0, paragraph)]);

    const known = await replay({ knownAt: '2026-01-31T00:00:00.000Z' });

    expect(known?.items.map(({ event }) => event.restsOn)).toEqual([
      { citation: null, isCitedLater: false, uncitedReason: 'Protokollet saknas.' },
    ]);
  });

  it('tells at its place that something has been erased and by which paragraph, and goes on without it', async () => {
    const { record, erase, replay } = await given();
    await record([saved('red', 5, paragraph), saved('red', 7, '2025-05-20')]);
    await record([saved('blue', 5, paragraph)], 'alingsas:boxes-KF.2025');
    await erase('alingsas:boxes-SN.2025', 0);
    await erase('alingsas:boxes-KF.2025', 0);

    const answer = await replay();

    expect(answer?.items).toHaveLength(2);
    expect(answer?.items[0]).toMatchObject({
      event: { revision: 0, type: 'Saved', restsOn: { citation: paragraph } },
      sentence: 'Uppgifterna är gallrade (SN 2026-01-20, § 3).',
      changes: [],
      erased: { citation: 'SN 2026-01-20, § 3', effectiveOn: '2026-01-20' },
    });
    expect(answer?.items[1]).toMatchObject({ sentence: 'Nämnden lade 7 öre till ingenting.' });
  });

  it('is read a page at a time, each told on top of all before it', async () => {
    const { record, replay, sentences } = await given();
    await record([
      saved('red', 1, '2025-01-01'),
      emptied('red', '2025-01-02'),
      saved('red', 2, '2025-01-03'),
    ]);

    expect(await replay({}, { limit: 2 })).toMatchObject({ next: '2', atEnd: false });
    expect(await sentences({}, { limit: 2, after: '1' })).toEqual([
      'Nämnden tömde lådan.',
      'Nämnden lade 2 öre till ingenting.',
    ]);
    expect(await replay({}, { limit: 2, after: '3' })).toEqual({ items: [], next: '3', atEnd: true });
    await expect(replay({}, { after: 'nowhere' })).rejects.toThrow('nowhere');
    await expect(replay({ afterPosition: 'nowhere' })).rejects.toThrow('nowhere');
  });

  it('is none of a committee that nothing is known of', async () => {
    const { record, replay } = await given();
    await record([saved('red', 1, '2025-01-01')]);

    expect(await replay({}, {}, 'BUN')).toBeNull();
    expect(await replay({ asOf: '2024-12-31' })).toBeNull();
  });

  it('says of which streams it is made', async () => {
    const { record, replay, asked } = await given();
    await record([saved('red', 1, '2025-01-01')]);
    await replay();

    expect(asked).toEqual([{ prefix: 'minutes-SN' }, { prefix: 'boxes-' }, { prefix: 'boxes-SN.' }]);
  });
});
