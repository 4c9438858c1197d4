import type { HttpWitness } from '#libs/notary';
import { until } from '#libs/notary/testing';
import { freshDatabase } from '../support/database.js';
import {
  asked,
  close,
  nameOf,
  notaryOn,
  open,
  openWitness,
  record,
  signedBy,
  state,
  tenant,
  type Installation,
} from '../support/witnessed-log.js';

describe('a database that is put back', () => {
  let one: Awaited<ReturnType<typeof openWitness>>;
  let asking: HttpWitness;
  let restored: Installation;

  /** A log of eight events, all witnessed; put back to where it had five. */
  beforeEach(async () => {
    one = await openWitness('ett.example');
    asking = asked(one);
    const database = await freshDatabase();
    const before = await open(database);
    await record(before, 5);
    await notaryOn(before, asking).notary.catchUp(tenant);
    await close(before);
    const backup = await database.copy();
    const after = await open(database);
    await record(after, 3);
    await notaryOn(after, asking).notary.catchUp(tenant);
    await close(after);
    await database.drop();
    restored = await open(backup);
  });

  const sawMore = (signedSize: number) => ({
    code: 'witness-saw-more',
    facts: { witness: nameOf(one), witnessSize: 8, signedSize },
  });
  const sawAnother = (size: number) => ({
    code: 'witness-saw-another-tree',
    facts: { witness: nameOf(one), witnessSize: 8, size },
  });

  it('raises an alarm as soon as a notary starts, though nothing is recorded', async () => {
    const { notary, reports } = notaryOn(restored, asked(one));
    notary.start();
    await until(async () => (await state(restored)).alarm !== null);
    await until(() => reports.length === 2);
    expect(await state(restored)).toEqual({ alarm: sawMore(5), signedSize: 5 });
    expect(reports).toEqual([
      `${tenant}: The log raises an alarm: witness-saw-more ${JSON.stringify(sawMore(5).facts)}`,
      `A checkpoint of ${tenant} was not cosigned by ${nameOf(one)}: it has signed a larger log, of 8 events`,
    ]);
    expect(one.refused).toEqual([]);
  });

  it.each([
    ['fewer', 1, () => sawMore(6), 'rolled-back'],
    ['as many', 3, () => sawAnother(8), 'split'],
    ['more', 7, () => sawAnother(12), 'not-shown-to-grow'],
  ] as const)('and goes on with %s events is refused, and raises an alarm', async (_, count, alarm, kept) => {
    await record(restored, count);
    const desk = notaryOn(restored, asked(one));
    await desk.notary.catchUp(tenant);
    expect(await state(restored)).toEqual({ alarm: alarm(), signedSize: 5 + count });
    expect(one.refused).toMatchObject([{ contradiction: kept, size: 5 + count, lastSize: 8 }]);
    expect(await signedBy(restored, 5 + count, one.verifierKey)).toBeNull();

    await record(restored, 1);
    await desk.notary.catchUp(tenant);
    await notaryOn(restored, asked(one)).notary.catchUp(tenant);
    expect((await state(restored)).signedSize).toBe(5 + count);
  });

  it('is noticed also by a process that was there before', async () => {
    await record(restored, 1);
    await notaryOn(restored, asking).notary.catchUp(tenant);
    expect((await state(restored)).alarm).toEqual(sawMore(6));
  });

  it('is signed again once somebody has looked, and the same witness stops it no more', async () => {
    const two = await openWitness('tva.example');
    const desk = notaryOn(restored, asked(one), asked(two));
    await desk.notary.catchUp(tenant);
    expect((await state(restored)).alarm).toEqual(sawMore(5));
    expect(await desk.notary.retry(tenant)).toBe(true);

    for (const size of [6, 12]) {
      await record(restored, size === 6 ? 1 : 6);
      await notaryOn(restored, asked(one), asked(two)).notary.catchUp(tenant);
      expect(await state(restored)).toEqual({ alarm: null, signedSize: size });
      expect(await signedBy(restored, size, one.verifierKey)).toBeNull();
      expect(await signedBy(restored, size, two.verifierKey)).toEqual(expect.any(Number));
    }
  });
});
