import { boxTeller, emptied, factCited, lent, saved, savedUncited } from '../testing/boxes.js';
import { toldStore } from '../testing/told-store.js';
import { CompareDatesQuery, CompareDatesQueryHandler, type ComparedDates } from './compare-dates.handler.js';

const paragraph = 'SN 2025-04-22, § 33';
const amount = (amountOre: number) => ({ kind: 'amount', amountOre });
const year = { from: '2025-01-31', to: '2025-12-31' };

async function given() {
  const log = toldStore([boxTeller]);
  const handler = new CompareDatesQueryHandler(log.logs);
  const compare = (dates: ComparedDates = year, committee = 'SN') =>
    handler.execute(new CompareDatesQuery('alingsas', committee, dates));
  const changes = async (...asked: Parameters<typeof compare>) =>
    (await compare(...asked))?.changes.map(({ path, from, to, steps }) => ({
      path,
      from,
      to,
      steps: steps.map(({ sentence, event }) => `${event.effectiveOn} ${sentence}`),
    }));
  return { ...log, compare, changes };
}

describe('what differs for a committee between two dates', () => {
  it('is said item by item, from what to what, with the events in between that changed it', async () => {
    const { record, changes } = await given();
    await record([saved('red', 1, '2025-01-31'), saved('blue', 5, '2025-01-01'), saved('red', 2, paragraph)]);
    await record([
      saved('red', 4, '2025-12-31'),
      saved('red', 8, '2026-01-01'),
      emptied('blue', '2025-06-01'),
    ]);

    expect(await changes()).toEqual([
      {
        path: 'boxes/red',
        from: amount(1),
        to: amount(7),
        steps: ['2025-04-22 Nämnden lade 2 öre till 1.', '2025-12-31 Nämnden lade 4 öre till 3.'],
      },
      { path: 'boxes/blue', from: amount(5), to: null, steps: ['2025-06-01 Nämnden tömde lådan.'] },
    ]);
  });

  it('names for each step who recorded it when, the paragraph, and from what to what it led', async () => {
    const { record, compare } = await given();
    await record([
      saved('red', 1, '2025-01-01'),
      savedUncited('red', 2, '2025-04-22'),
      factCited(1, paragraph),
    ]);

    expect((await compare())?.changes).toMatchObject([
      {
        label: 'lådan red',
        steps: [
          {
            event: {
              actor: { id: 'test-secretary', role: 'committeeSecretary' },
              recordedAt: '2026-01-01T00:00:00.000Z',
              effectiveOn: '2025-04-22',
              restsOn: { citation: paragraph, isCitedLater: true },
            },
            from: amount(1),
            to: amount(3),
          },
        ],
      },
    ]);
  });

  it('tells beside it what happened and changed nothing that differs', async () => {
    const { record, compare } = await given();
    await record([saved('red', 1, '2025-01-01'), saved('red', 2, '2025-04-01')]);
    await record([saved('red', -2, '2025-05-01'), lent('red', 'KF', '2025-03-01')]);

    const answer = await compare();

    expect(answer?.changes).toEqual([]);
    expect(answer?.others.map(({ event, sentence }) => `${event.effectiveOn} ${sentence}`)).toEqual([
      '2025-03-01 Lådan lånades ut till KF.',
      '2025-04-01 Nämnden lade 2 öre till 1.',
      '2025-05-01 Nämnden lade -2 öre till 3.',
    ]);
  });

  it('follows the dates and not the log, so that each change goes on from what held before it', async () => {
    const { record, changes } = await given();
    await record([
      saved('red', 1, '2025-01-01'),
      saved('red', 4, '2025-06-01'),
      saved('red', 2, '2025-03-01'),
    ]);

    expect(await changes()).toEqual([
      {
        path: 'boxes/red',
        from: amount(1),
        to: amount(7),
        steps: ['2025-03-01 Nämnden lade 2 öre till 1.', '2025-06-01 Nämnden lade 4 öre till 3.'],
      },
    ]);
  });

  it('ends where the views end, which take the events in as the log has them', async () => {
    const { record, compare } = await given();
    await record([
      saved('red', 5, '2025-01-01'),
      emptied('red', '2025-06-01'),
      saved('red', 3, '2025-01-15'),
    ]);

    expect((await compare())?.changes).toMatchObject([
      { from: amount(8), to: amount(3), steps: [{ from: amount(8), to: amount(3) }] },
    ]);
  });

  it('is nothing between equal dates', async () => {
    const { record, compare } = await given();
    await record([saved('red', 1, '2025-01-01'), saved('red', 2, '2025-01-31')]);

    expect(await compare({ from: '2025-01-31', to: '2025-01-31' })).toEqual({
      committee: 'SN',
      from: '2025-01-31',
      to: '2025-01-31',
      knownAt: null,
      changes: [],
      others: [],
    });
  });

  it('is what was known by an instant, and not what was recorded later of the same time', async () => {
    const { at, record, changes } = await given();
    await record([saved('red', 1, '2025-01-01'), saved('red', 2, '2025-04-01')]);
    at('2026-02-01T00:00:00.000Z');
    await record([saved('red', 4, '2025-01-15'), saved('red', 8, '2025-05-01')]);

    const known = { ...year, knownAt: '2026-01-31T00:00:00.000Z' };
    expect(await changes(known)).toMatchObject([{ from: amount(1), to: amount(3) }]);
    expect(await changes()).toMatchObject([{ from: amount(5), to: amount(15) }]);
  });

  it('tells at its place that something in between has been erased', async () => {
    const { record, erase, compare } = await given();
    await record([saved('red', 1, '2025-01-01'), saved('red', 2, paragraph), saved('red', 4, '2025-05-20')]);
    await erase('alingsas:boxes-SN.2025', 1);

    const answer = await compare();

    expect(answer?.changes).toMatchObject([{ from: amount(1), to: amount(5) }]);
    expect(answer?.others).toMatchObject([
      {
        event: { effectiveOn: '2025-04-22' },
        sentence: 'Uppgifterna är gallrade (SN 2026-01-20, § 3).',
      },
    ]);
  });

  it('cannot be asked of a committee that nothing is known of by then', async () => {
    const { record, compare } = await given();
    await record([saved('red', 1, '2025-01-01')]);

    expect(await compare(year, 'BUN')).toBeNull();
    expect(await compare({ from: '2023-01-01', to: '2024-12-31' })).toBeNull();
  });
});
