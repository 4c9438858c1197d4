import { fill, newTenant, until } from '#libs/notary/testing';
import { freshDatabase } from '../support/database.js';
import {
  asked,
  leave,
  nameOf,
  notaryOn,
  open,
  openWitness,
  record,
  signedBy,
  state,
  tenant,
} from '../support/witnessed-log.js';

describe('a notary with witnesses', () => {
  it('has every checkpoint signed by each, and signed again by none where it starts anew', async () => {
    const [one, two] = [await openWitness('ett.example'), await openWitness('tva.example')];
    const installation = await open(await freshDatabase());
    const desk = notaryOn(installation, asked(one), asked(two));
    for (const [count, size] of [
      [3, 3],
      [300, 303],
      [1, 304],
    ] as const) {
      await record(installation, count);
      await desk.notary.catchUp(tenant);
      for (const { verifierKey } of [one, two]) {
        expect(await signedBy(installation, size, verifierKey)).toEqual(expect.any(Number));
      }
    }
    const note = 'SELECT note FROM notary.checkpoint WHERE tenant_id = $1 ORDER BY size';
    const before = await installation.dataSource.query<object[]>(note, [tenant]);
    const again = notaryOn(installation, asked(one), asked(two));
    await again.notary.catchUp(tenant);
    expect(await installation.dataSource.query(note, [tenant])).toEqual(before);
    expect([...desk.reports, ...again.reports, ...one.refused, ...two.refused]).toEqual([]);
    expect(again.notary.cosignersOf(tenant)).toEqual(
      [one, two].map((each) => ({ cosigner: nameOf(each), size: 304, error: null })),
    );
  });

  it('goes on where one is down, and has it catch up when it is back though nothing is recorded', async () => {
    const [up, down] = [await openWitness('uppe.example'), await openWitness('nere.example')];
    const installation = await open(await freshDatabase());
    const { notary, reports } = notaryOn(installation, asked(up), asked(down));
    await record(installation, 2);
    await notary.catchUp(tenant);
    await leave(down.running);
    await record(installation, 5);
    await notary.catchUp(tenant);

    expect(await signedBy(installation, 7, up.verifierKey)).toEqual(expect.any(Number));
    expect(await signedBy(installation, 7, down.verifierKey)).toBeNull();
    const away = `A checkpoint of ${tenant} was not cosigned by ${nameOf(down)}: `;
    expect(reports).toEqual([expect.stringContaining(away)]);
    expect(notary.cosignersOf(tenant)).toMatchObject([
      { size: 7, error: null },
      { size: 2, error: expect.stringContaining('ECONNREFUSED') },
    ]);

    await openWitness('nere.example', { dir: down.dir, port: Number(new URL(down.url).port) });
    await until(async () => (await signedBy(installation, 7, down.verifierKey)) !== null);
    await until(() => notary.cosignersOf(tenant).every(({ error }) => error === null));
    expect(await state(installation)).toEqual({ alarm: null, signedSize: 7 });
  });

  it('may begin anew in an empty database, and is behind the witness until it has come to the end', async () => {
    const one = await openWitness('ett.example');
    const installation = await open(await freshDatabase());
    await record(installation, 450);
    await notaryOn(installation, asked(one)).notary.catchUp(tenant);
    const anew = { ...(await open(await freshDatabase())), store: installation.store };
    const { notary, reports } = notaryOn(anew, asked(one));
    await notary.catchUp(tenant);
    await until(async () => (await signedBy(anew, 450, one.verifierKey)) !== null);
    expect(await state(anew)).toEqual({ alarm: null, signedSize: 450 });
    const behind = /a larger log, of 450 events; the notary is not there yet$/;
    expect(reports.filter((report) => !behind.test(report))).toEqual([]);
  });

  it('is not known to every witness, which stops nothing', async () => {
    const one = await openWitness('ett.example');
    const installation = await open(await freshDatabase());
    const { notary, reports } = notaryOn(installation, asked(one));
    const other = newTenant();
    await fill(installation.store, other, 1);
    await record(installation, 1);
    await notary.catchUp();
    expect(reports).toEqual([
      `A checkpoint of ${other} was not cosigned by ${nameOf(one)}: it does not know the log, or is another address`,
    ]);
    expect(await signedBy(installation, 1, one.verifierKey)).toEqual(expect.any(Number));
  });
});
