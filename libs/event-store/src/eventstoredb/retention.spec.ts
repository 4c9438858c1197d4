import { EventStoreDBClient } from '@eventstore/db-client';
import { given } from '../../../../test/eventstoredb-server/given-server.js';
import type { EventStoreDbTestServer } from '../../../../test/eventstoredb-server/server.js';
import { EventStoreUnavailableError } from '../errors.js';
import { appendTo, newTenant } from '../testing/sample-append.js';
import { RetentionError, retentionOf } from './retention.js';

const its = given();

async function administer<T>(
  server: EventStoreDbTestServer,
  work: (client: EventStoreDBClient) => Promise<T>,
): Promise<void> {
  const client = EventStoreDBClient.connectionString(server.connectionString());
  await work(client);
  await client.dispose();
}

describe('metadata that lets the server forget events', () => {
  it.each<[readonly string[], unknown]>([
    [[], {}],
    [[], null],
    [[], 'text'],
    [[], { $acl: { $d: '$admins' }, $cacheControl: 5 }],
    [['$maxAge'], { $maxAge: 60 }],
    [['$maxCount', '$tb'], { $maxCount: 1, $tb: 2 }],
  ])('%p is found in %p', (found, metadata) => {
    expect(retentionOf(metadata)).toEqual(found);
  });

  it.each<[string, (client: EventStoreDBClient, stream: string) => Promise<unknown>]>([
    ['$maxAge is set', (client, stream) => client.setStreamMetadata(stream, { maxAge: 60 })],
    ['$maxCount is set', (client, stream) => client.setStreamMetadata(stream, { maxCount: 10 })],
    ['$tb is set', (client, stream) => client.setStreamMetadata(stream, { truncateBefore: 1 })],
    ['it is deleted', (client, stream) => client.deleteStream(stream)],
    ['it is deleted for good', (client, stream) => client.tombstoneStream(stream)],
  ])('keeps a store from being opened, and stops an open one, where %s', async (_, spoil) => {
    const server = await its.server();
    const store = await its.store(server.connectionString());
    const tenant = newTenant();
    await store.append(appendTo({ tenant, name: 'budget-SN.2025' }));
    await store.ping();

    await administer(server, (client) => spoil(client, `${tenant}:budget-SN.2025`));

    await expect(its.store(server.connectionString())).rejects.toThrow(RetentionError);
    for (const asked of [store.ping(), store.heads()]) {
      await expect(asked).rejects.toThrow(`${tenant}:budget-SN.2025`);
      await expect(asked).rejects.toThrow(EventStoreUnavailableError);
    }
  });

  it('is no matter once it has been taken away, or where it concerns others', async () => {
    const server = await its.server();
    const store = await its.store(server.connectionString());
    const tenant = newTenant();
    await store.append(appendTo({ tenant, name: 'budget-SN.2025' }));

    await administer(server, async (client) => {
      await client.setStreamMetadata(`${tenant}:budget-SN.2025`, { maxCount: 1 });
      await client.setStreamMetadata(`${tenant}:budget-SN.2025`, {});
      await client.setStreamMetadata('shop:order-1', { maxCount: 1 });
    });

    await expect(store.ping()).resolves.toBeUndefined();
    await expect(its.store(server.connectionString())).resolves.toBeDefined();
  });

  it('counts for the registers as well', async () => {
    const server = await its.server();
    const store = await its.store(server.connectionString());
    await administer(server, (client) =>
      client.setStreamMetadata('paragraf.municipalities', { maxCount: 1 }),
    );

    await expect(store.ping()).rejects.toThrow('paragraf.municipalities');
    await expect(its.store(server.connectionString())).rejects.toThrow(RetentionError);
  });
});
