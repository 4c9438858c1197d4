import { boxTeller, emptied, factCited, saved, savedUncited } from '../testing/boxes.js';
import { toldStore } from '../testing/told-store.js';
import { ExplainItemQuery, ExplainItemQueryHandler } from './explain-item.handler.js';

const paragraph = 'SN 2025-04-22, § 33';
const amount = (amountOre: number) => ({ kind: 'amount', amountOre });

async function given() {
  const log = toldStore([boxTeller]);
  const handler = new ExplainItemQueryHandler(log.logs);
  const explain = (path: string, times = {}, committee = 'SN') =>
    handler.execute(new ExplainItemQuery('alingsas', committee, path, times));
  return { ...log, explain };
}

describe('what a figure is made of', () => {
  it('is every event that changed it, each from where the one before left it', async () => {
    const { record, explain } = await given();
    await record([saved('red', 1, '2025-01-01'), saved('blue', 9, '2025-01-01')]);
    await record([savedUncited('red', 2, '2025-04-22'), factCited(2, paragraph)]);

    const answer = await explain('boxes/red');

    expect(answer).toMatchObject({
      committee: 'SN',
      asOf: null,
      knownAt: null,
      path: 'boxes/red',
      item: { path: 'boxes/red', label: 'lådan red', value: amount(3) },
      erased: [],
      below: [],
    });
    expect(answer?.steps).toMatchObject([
      { event: { revision: 0 }, sentence: 'Nämnden lade 1 öre till ingenting.', from: null, to: amount(1) },
      {
        event: { revision: 2, restsOn: { citation: paragraph, isCitedLater: true } },
        sentence: 'Nämnden lade 2 öre till 1.',
        from: amount(1),
        to: amount(3),
      },
    ]);
  });

  it('is on a date and by an instant what held and was known', async () => {
    const { at, record, explain } = await given();
    await record([saved('red', 1, '2025-01-01'), saved('red', 2, '2025-04-01')]);
    at('2026-02-01T00:00:00.000Z');
    await record([saved('red', 4, '2025-01-15')]);

    const times = { asOf: '2025-03-31', knownAt: '2026-01-31T00:00:00.000Z' };
    expect(await explain('boxes/red', times)).toMatchObject({ ...times, item: { value: amount(1) } });
    expect(await explain('boxes/red', { asOf: '2025-03-31' })).toMatchObject({ item: { value: amount(5) } });
  });

  it('is told also where it holds no longer', async () => {
    const { record, explain } = await given();
    await record([saved('red', 1, '2025-01-01'), emptied('red', '2025-04-01')]);

    expect(await explain('boxes/red')).toMatchObject({
      item: null,
      steps: [{ to: amount(1) }, { from: amount(1), to: null }],
    });
  });

  it('says that something was erased beside it, which may have changed it', async () => {
    const { record, erase, explain } = await given();
    await record([saved('red', 1, '2025-01-01'), saved('red', 2, paragraph)]);
    await record([saved('blue', 2, paragraph), saved('blue', 3, paragraph)], 'alingsas:boxes-SN.2026');
    await erase('alingsas:boxes-SN.2025', 1);
    await erase('alingsas:boxes-SN.2026', 0);

    expect(await explain('boxes/red')).toMatchObject({
      item: { value: amount(1) },
      erased: [
        {
          event: { revision: 1, stream: 'alingsas:boxes-SN.2025' },
          erased: { citation: 'SN 2026-01-20, § 3' },
        },
      ],
    });
  });

  it('is of the beginning of a path what stands below it', async () => {
    const { record, explain } = await given();
    await record([saved('red', 1, '2025-01-01'), saved('blue', 2, '2025-01-01')]);

    expect(await explain('boxes')).toMatchObject({
      item: null,
      steps: [],
      below: [
        { path: 'boxes/blue', label: 'lådan blue', value: amount(2) },
        { path: 'boxes/red', value: amount(1) },
      ],
    });
  });

  it('cannot be asked of what does not exist: the paths near it are named', async () => {
    const { record, explain } = await given();
    await record([
      saved('red', 1, '2025-01-01'),
      saved('blue', 2, '2025-01-01'),
      emptied('blue', '2025-01-02'),
    ]);

    await expect(explain('boxes/read')).rejects.toMatchObject({
      rejection: { code: 'item-unknown', facts: { path: 'boxes/read', near: ['boxes/red', 'boxes/blue'] } },
    });
    await expect(explain('box')).rejects.toMatchObject({ rejection: { facts: { near: ['boxes'] } } });
  });

  it('cannot be asked of a committee that nothing is known of by then', async () => {
    const { record, explain } = await given();
    await record([saved('red', 1, '2025-01-01')]);

    expect(await explain('boxes/red', {}, 'BUN')).toBeNull();
    expect(await explain('boxes/red', { asOf: '2024-12-31' })).toBeNull();
  });
});
