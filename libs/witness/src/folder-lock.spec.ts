import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { WitnessFault } from './fault.js';
import { lockFolder } from './folder-lock.adapter.js';
import { newFolder, removeFolders } from './testing/index.js';

let dir: string;

beforeEach(async () => {
  dir = await newFolder();
});

afterAll(removeFolders);

/** Leaves a lock of another process, whose number that is. */
async function leave(pid: number, changes: object = {}): Promise<void> {
  await lockFolder(dir);
  const lock = join(dir, 'lock.1');
  const mine = JSON.parse(await readFile(lock, 'utf8')) as object;
  await writeFile(lock, JSON.stringify({ ...mine, session: 'another', pid, ...changes }));
}

async function endedProcess(): Promise<number> {
  const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
  await once(child, 'close');
  return child.pid ?? 0;
}

describe('a folder that a witness has', () => {
  it('is nobody else’s until it is given back', async () => {
    const unlock = await lockFolder(dir);
    const failure: unknown = await lockFolder(dir).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(WitnessFault);
    expect(failure).toMatchObject({
      facts: { code: 'folder-in-use', pid: process.pid, host: hostname(), lock: join(dir, 'lock.1') },
    });
    await unlock();
    await (
      await lockFolder(dir)
    )();
    expect(await readdir(dir)).toEqual(['lock.4']);
  });

  it.each<[string, () => Promise<void>]>([
    ['it has ended', async () => leave(await endedProcess())],
    ['it had the number that this one has', () => leave(process.pid)],
    ['the machine was started again', () => leave(process.ppid, { boot: 'another' })],
    ['a power cut left half of its lock', async () => writeFile(join(dir, 'lock.7'), '{"pid":')],
  ])('is taken from one that left it behind: %s', async (_, leaveIt) => {
    await leaveIt();
    const unlock = await lockFolder(dir);
    await expect(lockFolder(dir)).rejects.toThrow(WitnessFault);
    await unlock();
  });

  it.each<[string, () => Promise<void>]>([
    ['it runs', () => leave(process.ppid)],
    ['it is on another machine', async () => leave(await endedProcess(), { host: 'elsewhere' })],
  ])('is not taken: %s', async (_, leaveIt) => {
    await leaveIt();
    await expect(lockFolder(dir)).rejects.toThrow(WitnessFault);
    expect(await readdir(dir)).toEqual(['lock.1']);
  });

  it('goes to one of many who want it at once', async () => {
    for (let round = 0; round < 20; round += 1) {
      dir = await newFolder();
      if (round % 2 === 0) await leave(0);
      const tries = await Promise.allSettled(Array.from({ length: 8 }, () => lockFolder(dir)));
      const refused = tries.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []));
      expect(refused.filter((reason) => !(reason instanceof WitnessFault))).toEqual([]);
      expect(refused).toHaveLength(7);
      expect(await readdir(dir)).toHaveLength(1);
    }
  });
});
