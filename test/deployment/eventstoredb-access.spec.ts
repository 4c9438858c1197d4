import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { AccessDeniedError, EventStoreDbEventStore } from '#libs/event-store';
import { appendTo } from '../../libs/event-store/src/testing/sample-append.js';
import { GuardedServer } from './guarded-server.js';

const script = resolve(import.meta.dirname, '../../tools/eventstoredb-access.js');

let server: GuardedServer;
beforeEach(async () => {
  server = await GuardedServer.start();
});
afterEach(() => server.stop());

interface Ran {
  readonly code: number;
  readonly output: string;
}

/** Runs the script to its end, as an operator does. */
function prepare(changes: Readonly<Record<string, string>> = {}): Promise<Ran> {
  const env = {
    EVENTSTORE_ADMIN_URL: server.url,
    EVENTSTORE_ADMIN_PASSWORD: 'kept secret',
    EVENTSTORE_PASSWORD: 'of paragraf',
    ...changes,
  };
  return new Promise((done) => {
    execFile(process.execPath, [script], { env }, (error, stdout, stderr) =>
      done({ code: error ? Number(error.code) : 0, output: stdout + stderr }),
    );
  });
}

const paragraf = { username: 'paragraf', password: 'of paragraf' };
const denied = { type: 'access-denied' };

async function asUser(credentials: typeof paragraf, act: (client: EventStoreDBClient) => Promise<void>) {
  const login = `${credentials.username}:${encodeURIComponent(credentials.password)}@`;
  const client = EventStoreDBClient.connectionString(server.url.replace('//', `//${login}`));
  try {
    await act(client);
  } finally {
    await client.dispose();
  }
}

const noted = () => jsonEvent({ type: 'Noted', data: {} });

async function count(events: AsyncIterable<unknown>): Promise<number> {
  let number = 0;
  for await (const _ of events) number += 1;
  return number;
}

describe('a server prepared for Paragraf', () => {
  it('gives it a user that reads and adds events and can make nobody forget any', async () => {
    const { code, output } = await prepare();

    expect([code, output.split('\n').slice(0, 4)]).toEqual([
      0,
      [
        'access to streams: set',
        'reading the log: set',
        'the user: made',
        'tried as the user: reads the log, and is refused the metadata of streams',
      ],
    ]);
    expect(server.users.get('paragraf')).toMatchObject({ groups: [], disabled: false });
    await asUser(paragraf, async (client) => {
      await client.appendToStream('alingsas:budget-SN.2025', [noted()], { credentials: paragraf });
      expect(await count(client.readAll())).toBeGreaterThan(0);
      expect(await count(client.readStream('alingsas:budget-SN.2025'))).toBe(1);
      const forgetting = client.setStreamMetadata(
        'alingsas:budget-SN.2025',
        { maxCount: 1 },
        { credentials: paragraf },
      );
      await expect(forgetting).rejects.toMatchObject(denied);
      await expect(client.deleteStream('alingsas:budget-SN.2025')).rejects.toMatchObject(denied);
      const letIn = client.appendToStream('$settings', [noted()], { credentials: paragraf });
      await expect(letIn).rejects.toMatchObject(denied);
    });
  });

  it('lets the event store in', async () => {
    await prepare();

    const store = await EventStoreDbEventStore.open(
      server.url.replace('//', `//paragraf:${encodeURIComponent(paragraf.password)}@`),
    );
    try {
      const { outcome } = await store.append(appendTo({ tenant: 'alingsas', name: 'budget-SN.2025' }));
      const { events } = await store.readLog('alingsas', { limit: 10 });
      expect([outcome, events.length]).toEqual(['appended', 1]);
    } finally {
      await store.close();
    }
  });

  it('refuses the event store at once where it may read and not write', async () => {
    await prepare();
    const url = server.url.replace('//', `//paragraf:${encodeURIComponent(paragraf.password)}@`);
    const store = await EventStoreDbEventStore.open(url, { deadlineMs: 3_600_000 });
    server.mayWrite = false;

    const append = store.append(appendTo({ tenant: 'alingsas', name: 'budget-SN.2025' }));

    await expect(append).rejects.toThrow(AccessDeniedError);
    await store.close();
  });

  it('is not taken for one where access control lists are not held to', async () => {
    server.holdsToLists = false;

    const { code, output } = await prepare();

    expect(code).toBe(1);
    expect(output).toContain('the server does not hold to its ACLs');
  });

  it('keeps others out, who could read and write before', async () => {
    server.users.set('guest', { password: 'guest', groups: [], disabled: false });
    const guest = { username: 'guest', password: 'guest' };
    const write = (client: EventStoreDBClient) =>
      client.appendToStream('s', [noted()], { credentials: guest });
    await asUser(guest, async (client) => void (await write(client)));

    await prepare();

    await asUser(guest, async (client) => {
      await expect(write(client)).rejects.toMatchObject(denied);
      await expect(count(client.readStream('s'))).rejects.toMatchObject(denied);
      await expect(count(client.readAll())).rejects.toMatchObject(denied);
    });
  });

  it('is left as it is by a second run, which renews the password', async () => {
    await prepare();
    server.users.set('paragraf', { password: 'old', groups: ['$admins'], disabled: true });
    const before = server.server.log.records.length;

    const { code, output } = await prepare();

    expect(output).toMatch(/^access to streams: as it should be\nreading the log: as it should be\n/);
    expect([code, server.server.log.records.length]).toEqual([0, before]);
    expect(server.users.get('paragraf')).toEqual({ password: 'of paragraf', groups: [], disabled: false });
  });

  it('is not reached with a wrong password, and the script says so', async () => {
    const { code, output } = await prepare({ EVENTSTORE_ADMIN_PASSWORD: 'guessed' });

    expect(code).toBe(1);
    expect(output).toMatch(/^The server could not be prepared: /);
    expect(output).not.toContain('guessed');
    expect([...server.users.keys()]).toEqual(['admin']);
  });

  it('needs to be named, with both passwords', async () => {
    const { code, output } = await prepare({ EVENTSTORE_PASSWORD: '' });

    expect(code).toBe(2);
    expect(output).toContain('EVENTSTORE_PASSWORD');
  });
});
