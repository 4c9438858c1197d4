import { given } from '../../../../test/eventstoredb-server/given-server.js';
import { recordUnsealed } from '../../../../test/eventstoredb-server/unsealed-log.js';
import { UnsealedLogError } from '../errors.js';
import { readAll } from '../testing/reading.js';
import { appendTo, newTenant } from '../testing/sample-append.js';

const its = given();

describe('a log that an earlier version has written', () => {
  it('is refused, whatever stands beside it, and so are all of its kind', async () => {
    const server = await its.server();
    const store = await its.store(server.connectionString());
    await store.append(appendTo({ tenant: newTenant(), name: 'budget-SN.2025' }));
    recordUnsealed(server, 'lerum');
    recordUnsealed(server, 'alingsas');

    await expect(its.store(server.connectionString())).rejects.toThrow(
      new UnsealedLogError(['alingsas', 'lerum']),
    );
  });

  it('is told by the first event of each municipality, not by a look through the log', async () => {
    const server = await its.server();
    const store = await its.store(server.connectionString());
    const tenants = [newTenant(), newTenant(), newTenant()];
    const append = (tenant: string) => store.append(appendTo({ tenant, name: 'budget-SN.2025' }));
    for (const tenant of tenants) for (let n = 0; n < 100; n += 1) await append(tenant);
    // So that the heads are found at once.
    for (const tenant of tenants) await append(tenant);
    const before = server.traffic.sent;

    const opened = await its.store(server.connectionString());

    expect(server.traffic.sent - before).toBeLessThan(150);
    expect(await readAll(opened, tenants[0]!)).toHaveLength(101);
  });
});
