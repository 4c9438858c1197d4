import type { VerifierKey } from '#libs/proof';
import { makeFolder } from './durable-files.adapter.js';
import type { Refused } from './evidence.js';
import { WitnessFault } from './fault.js';
import { lockFolder } from './folder-lock.adapter.js';
import type { WitnessIdentity } from './identity.js';
import { trustedLogs, trustLog } from './trusted-logs.adapter.js';
import { Witness } from './witness.adapter.js';
import { openIdentity } from './witness-key.adapter.js';
import { serveWitness, type ListenAddress } from './witness-server.adapter.js';

export interface RunWitnessOptions {
  readonly dir: string;
  /** Null: the one that it has, or `vittne.local`. */
  readonly name: string | null;
  /** Keys of logs that it is to know besides those that it knows. */
  readonly logs: readonly VerifierKey[];
  readonly address: ListenAddress;
  readonly onContradiction: (origin: string, refused: Refused) => void;
  readonly onError: (error: unknown) => void;
}

export interface RunningWitness {
  readonly url: string;
  readonly verifierKey: VerifierKey;
  /** The logs that it knows. */
  readonly origins: readonly string[];
  stop(): Promise<void>;
}

/** Runs a witness on its folder. Throws {@link WitnessFault} where it cannot. */
export async function runWitness(options: RunWitnessOptions): Promise<RunningWitness> {
  const { dir, name, logs, address, onContradiction, onError } = options;
  const unlock = await inFolder(dir, () => lockFolder(dir));
  try {
    const identity = await openIdentity(dir, name);
    for (const log of logs) await trustLog(dir, log);
    const trusted = await trustedLogs(dir);
    if (trusted.size === 0) throw new WitnessFault({ code: 'no-logs' });
    const witness = new Witness({ dir, identity, trusted, onContradiction });
    await witness.open();
    const addCheckpoint = (body: string) => witness.addCheckpoint(body);
    const server = await serveWitness({ address, addCheckpoint, onError });
    const stop = async () => {
      await server.stop();
      await unlock();
    };
    return { url: server.url, verifierKey: identity.verifierKey, origins: [...trusted.keys()], stop };
  } catch (error) {
    await unlock();
    throw error;
  }
}

/** Who the witness in the folder is, made at the first call. */
export async function witnessIn(dir: string, name: string | null): Promise<WitnessIdentity> {
  return inFolder(dir, () => openIdentity(dir, name));
}

async function inFolder<Result>(dir: string, task: () => Promise<Result>): Promise<Result> {
  try {
    await makeFolder(dir);
    return await task();
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (cause instanceof WitnessFault || code === undefined) throw cause;
    throw new WitnessFault({ code: 'folder-unusable', folder: dir, reason: code }, { cause });
  }
}
