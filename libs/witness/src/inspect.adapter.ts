import { join } from 'node:path';
import { readIfThere } from './durable-files.adapter.js';
import { checkpointIn, parseRefused, type Refused } from './evidence.js';
import { WitnessFault } from './fault.js';
import { linesOf } from './line-file.adapter.js';
import { logFiles } from './log-folder.js';
import { logFolder, trustedLogs } from './trusted-logs.adapter.js';

/** What a witness has seen of a log. */
export interface WitnessedLog {
  readonly origin: string;
  /** How many checkpoints it has signed. */
  readonly cosigned: number;
  /** Size of the last of them; 0 where there is none. */
  readonly size: number;
  /** What speaks against the log, in the order in which it came. */
  readonly refused: readonly Refused[];
  /** The file with all of that. */
  readonly refusedFile: string;
}

/** Reads what the witness in the folder has seen, whether it runs or not. */
export async function inspectWitness(dir: string): Promise<readonly WitnessedLog[]> {
  const key = await readIfThere(join(dir, 'verifier-key'));
  if (key === null) throw new WitnessFault({ code: 'no-witness', folder: dir });
  const origins = [...(await trustedLogs(dir)).keys()];
  return Promise.all(origins.map((origin) => inspectLog(logFolder(dir, origin), origin)));
}

async function inspectLog(folder: string, origin: string): Promise<WitnessedLog> {
  let [cosigned, size] = [0, 0];
  for await (const line of linesOf(join(folder, logFiles.cosigned))) {
    cosigned += 1;
    size = checkpointIn(line).size;
  }
  const refusedFile = join(folder, logFiles.refused);
  const refused: Refused[] = [];
  for await (const line of linesOf(refusedFile)) refused.push(parseRefused(line));
  return { origin, cosigned, size, refused, refusedFile };
}
