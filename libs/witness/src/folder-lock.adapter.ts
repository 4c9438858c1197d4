import { randomUUID } from 'node:crypto';
import { link, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { readIfThere } from './durable-files.adapter.js';
import { WitnessFault } from './fault.js';

/** Who has a folder; `pid` 0 where nobody has it any more. */
interface Holder {
  readonly pid: number;
  readonly host: string;
  /** Differs from one start of the machine to the next, where that can be known. */
  readonly boot: string;
  /** Of the process: another one may get its number. */
  readonly session: string;
}

const session = randomUUID();

/**
 * Keeps other processes from a folder until the answer is called. Locks are numbered files, and the highest holds. One
 * that was left behind is followed by the next number, which only one process can take; and none is removed before a
 * higher one is there, so that nobody takes a number which has passed.
 */
export async function lockFolder(dir: string): Promise<() => Promise<void>> {
  const me = { pid: process.pid, host: hostname(), boot: await bootId(), session };
  const number = await highest(dir);
  const holder = await holderOf(dir, number);
  if (holder && isHeld(holder, me)) throw inUse(dir, number, holder);
  const mine = number + 1;
  if (!(await take(dir, mine, me)) || (await highest(dir)) !== mine) {
    const other = await highest(dir);
    throw inUse(dir, other, (await holderOf(dir, other)) ?? me);
  }
  await rm(lockFile(dir, number), { force: true });
  return async () => {
    await take(dir, mine + 1, { ...me, pid: 0 });
    await rm(lockFile(dir, mine), { force: true });
  };
}

const lockFile = (dir: string, number: number) => join(dir, `lock.${number}`);

async function highest(dir: string): Promise<number> {
  const numbers = (await readdir(dir)).map((name) => Number(/^lock\.(\d+)$/.exec(name)?.[1] ?? 0));
  return Math.max(0, ...numbers);
}

/** Null where there is none, or a power cut left half of one: whoever had it is gone then. */
async function holderOf(dir: string, number: number): Promise<Holder | null> {
  try {
    return JSON.parse((await readIfThere(lockFile(dir, number))) ?? 'null') as Holder | null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** False where the number is taken. The file is there whole or not at all. */
async function take(dir: string, number: number, holder: Holder): Promise<boolean> {
  const draft = join(dir, `lock.new-${randomUUID()}`);
  try {
    await writeFile(draft, JSON.stringify(holder));
    await link(draft, lockFile(dir, number));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

/** On another machine nobody can tell, so it is. */
function isHeld(holder: Holder, me: Holder): boolean {
  if (holder.pid === 0) return false;
  if (holder.host !== me.host) return true;
  if (holder.boot !== me.boot) return false;
  return holder.pid === me.pid ? holder.session === me.session : isRunning(holder.pid);
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function bootId(): Promise<string> {
  return readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '');
}

function inUse(dir: string, number: number, { pid, host }: Holder): WitnessFault {
  return new WitnessFault({ code: 'folder-in-use', pid, host, lock: lockFile(dir, number) });
}
