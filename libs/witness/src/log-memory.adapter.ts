import { join } from 'node:path';
import { hashesEqual, type Hash } from '#libs/proof';
import { readIfThere, replaceFile } from './durable-files.adapter.js';
import { checkpointIn, parseRefused, printLine, type Refused } from './evidence.js';
import { WitnessFault } from './fault.js';
import type { WitnessIdentity } from './identity.js';
import { LineFile } from './line-file.adapter.js';
import { logFiles } from './log-folder.js';
import { nothingYet, parseState, type Signed, type SignedState } from './signed-state.js';

/**
 * What a witness remembers of a log, across crashes. The file with the last note decides: what it says is signed, what
 * it does not say is not, and no signature leaves the witness before it says so.
 */
export class LogMemory {
  private constructor(
    private readonly folder: string,
    private readonly cosigned: LineFile,
    private readonly refused: LineFile,
    private current: SignedState,
    private readonly known: Set<string>,
  ) {}

  static async open(folder: string, origin: string, identity: WitnessIdentity): Promise<LogMemory> {
    const cosigned = await LineFile.open(join(folder, logFiles.cosigned));
    const refused = await LineFile.open(join(folder, logFiles.refused));
    const last = await readLast(join(folder, logFiles.last), origin, identity);
    await completeCosigned(cosigned, last, join(folder, logFiles.last));
    const known = new Set<string>();
    for await (const line of refused.lines()) known.add(keyOf(parseRefused(line)));
    return new LogMemory(folder, cosigned, refused, last, known);
  }

  get last(): SignedState {
    return this.current;
  }

  /** Resolves when the state will be remembered whatever happens. The same tree may be signed again, at a later time. */
  async remember(state: Signed): Promise<void> {
    const isSame = this.current.note !== null && this.current.size === state.size;
    await replaceFile(join(this.folder, logFiles.last), state.note);
    if (!isSame) await this.cosigned.append(printLine({ note: state.note }));
    this.current = state;
  }

  /** Keeps what speaks against the log. False where it was kept before. */
  async keep(refused: Refused): Promise<boolean> {
    const key = keyOf(refused);
    if (this.known.has(key)) return false;
    await this.refused.append(printLine(refused));
    this.known.add(key);
    return true;
  }

  /** The root that was signed for a tree of that size; null where none was. */
  async rootOf(size: number): Promise<Hash | null> {
    if (size === this.current.size) return this.current.root;
    if (size > this.current.size) return null;
    for await (const line of this.cosigned.lines()) {
      const checkpoint = checkpointIn(line);
      if (checkpoint.size === size) return checkpoint.root;
    }
    return null;
  }
}

async function readLast(file: string, origin: string, identity: WitnessIdentity): Promise<SignedState> {
  const text = await readIfThere(file);
  if (text === null) return nothingYet;
  const state = parseState(text, origin, identity);
  if (state) return state;
  const reason = 'It is no checkpoint of the log that the witness has signed.';
  throw new WitnessFault({ code: 'memory-damaged', file, reason });
}

/** A crash may have come between the two files. A state that is behind what was signed has been put back by somebody. */
async function completeCosigned(cosigned: LineFile, last: SignedState, file: string): Promise<void> {
  const line = await cosigned.last();
  const signed = line === null ? nothingYet : checkpointIn(line);
  if (signed.size === last.size && hashesEqual(signed.root, last.root)) return;
  if (signed.size >= last.size || last.note === null) {
    const reason = `It has ${last.size} events, but ${signed.size} were signed.`;
    throw new WitnessFault({ code: 'memory-damaged', file, reason });
  }
  await cosigned.append(printLine({ note: last.note }));
}

/** The same checkpoint may be shown any number of times. */
function keyOf({ contradiction, note }: Refused): string {
  return `${contradiction} ${note}`;
}
