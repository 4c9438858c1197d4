import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runSourceToEnd, startServerProcess } from '../support/paragraf-process.js';

// Every process here starts, or attaches to, a PostgreSQL of its own.
import.meta.jest.setTimeout(120_000);

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'paragraf-cli-'));
  // Under root the database runs as a user of its own, who has to reach its folder.
  await chmod(folder, 0o755);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const settings = () => ({ PARAGRAF_DATA_DIR: join(folder, 'data') });
const paragraf = (...args: readonly string[]) => runSourceToEnd('apps/cli/src/main.ts', args, settings());

describe('the command line and the embedded database', () => {
  it('starts it where no server runs, and says so where nothing is recorded', async () => {
    expect(await paragraf('events')).toEqual({
      code: 1,
      stdout: '',
      stderr: 'Loggen är tom. Registrera något först, eller läs in exemplet: paragraf demo.\n',
    });
  });

  it('attaches to it where a server runs, and opens it again when the server is gone', async () => {
    const server = await startServerProcess(settings());
    const response = await fetch(`${server.url}/api/v1/alingsas/committees`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code: 'SN', name: 'Socialnämnden', validFrom: '2019-01-01' }),
    });
    const attached = await paragraf('events');
    await server.stop();
    const alone = await paragraf('events');

    expect([response.status, attached.code, alone.code]).toEqual([201, 0, 0]);
    expect(attached.stdout).toContain('CommitteeEstablished');
    expect(alone.stdout).toBe(attached.stdout);
  });
});
