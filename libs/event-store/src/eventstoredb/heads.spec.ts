import { randomUUID } from 'node:crypto';
import { given } from '../../../../test/eventstoredb-server/given-server.js';
import { readAll } from '../testing/reading.js';
import { appendTo, newTenant } from '../testing/sample-append.js';

const its = given();
const foreign = () => ({
  id: randomUUID(),
  type: 'Foreign',
  contentType: 'application/json',
  data: Buffer.from('{}'),
  metadata: Buffer.from('{}'),
});

describe('the last position of every municipality', () => {
  it('is found anew by every process, however long ago it was', async () => {
    const server = await its.server();
    const store = await its.store(server.connectionString());
    const tenants = [newTenant(), newTenant(), newTenant()];
    for (const tenant of tenants) await store.append(appendTo({ tenant, name: 'budget-SN.2025' }));
    for (let n = 0; n < 20; n += 1) {
      await store.append(appendTo({ tenant: tenants[2]!, name: 'budget-SN.2026' }));
    }

    const expected = await Promise.all(
      tenants.map(async (tenant) => ({
        tenant,
        position: (await readAll(store, tenant)).at(-1)!.record.position,
      })),
    );
    const byTenant = (heads: Awaited<ReturnType<typeof store.heads>>) =>
      heads.toSorted((a, b) => (a.tenant < b.tenant ? -1 : 1));
    const opened = await its.store(server.connectionString());
    expect(byTenant(await opened.heads())).toEqual(expected);
    expect(byTenant(await store.heads())).toEqual(expected);
  });

  it('leaves out what others keep in the same database', async () => {
    const server = await its.server();
    for (const stream of ['shop:order-1', 'plain', 'Upper:case']) {
      server.log.append(stream, 'any', [foreign()]);
    }
    const store = await its.store(server.connectionString());
    expect(await store.heads()).toEqual([]);

    const tenant = newTenant();
    await store.append(appendTo({ tenant, name: 'budget-SN.2025' }));
    server.log.append('shop:order-2', 'any', [foreign()]);

    const opened = await its.store(server.connectionString());
    for (const each of [store, opened]) {
      expect((await each.heads()).map((head) => head.tenant)).toEqual([tenant]);
    }
  });

  it('leaves out a municipality whose first event never came', async () => {
    const server = await its.server();
    const registration = { ...foreign(), data: Buffer.from('{"tenant":"nowhere"}') };
    server.log.append('paragraf.municipalities', 'noStream', [registration]);

    const store = await its.store(server.connectionString());

    expect(await store.heads()).toEqual([]);
    await store.append(appendTo({ tenant: 'nowhere', name: 'budget-SN.2025' }));
    expect(await store.heads()).toMatchObject([{ tenant: 'nowhere' }]);
    expect(server.log.stream('paragraf.municipalities')).toHaveLength(1);
  });
});
