import { cosignedAnswer, refusedAnswer, type Answer } from './answer.js';
import { refusedOf, type Refused } from './evidence.js';
import type { WitnessIdentity } from './identity.js';
import { contradictionIn, objectionTo, type Refusal } from './judge.js';
import { LogMemory } from './log-memory.adapter.js';
import { readProposal, type Proposal, type TrustedKeys } from './proposal.js';
import { signatureLine, signedState } from './signed-state.js';
import { logFolder } from './trusted-logs.adapter.js';

export interface WitnessOptions {
  /** The folder where it keeps everything, and which no other process has. */
  readonly dir: string;
  readonly identity: WitnessIdentity;
  readonly trusted: TrustedKeys;
  /** Told once of each refused checkpoint that speaks against its log. */
  readonly onContradiction: (origin: string, refused: Refused) => void;
  /** Asked for the time of signing. */
  readonly now?: () => Date;
}

/** Signs that logs only grow, as far as it has seen them. */
export class Witness {
  private readonly memories = new Map<string, LogMemory>();
  private readonly turns = new Map<string, Promise<unknown>>();

  constructor(private readonly options: WitnessOptions) {}

  /** Reads what is remembered of every log, so that what is wrong with it is told at the start. */
  async open(): Promise<void> {
    for (const origin of this.options.trusted.keys()) await this.memoryOf(origin);
  }

  /** Answers the body of an add-checkpoint request. Those about one log are answered one after the other. */
  async addCheckpoint(body: string): Promise<Answer> {
    const proposal = readProposal(body, this.options.trusted);
    if (typeof proposal === 'string') return refusedAnswer(proposal);
    const { origin } = proposal.checkpoint;
    const answer = (this.turns.get(origin) ?? Promise.resolve()).then(() => this.decide(proposal));
    this.turns.set(
      origin,
      answer.catch(() => this.memories.delete(origin)),
    );
    return answer;
  }

  private async decide(proposal: Proposal): Promise<Answer> {
    const { checkpoint } = proposal;
    const memory = await this.memoryOf(checkpoint.origin);
    const refusal = objectionTo(proposal, memory.last);
    if (refusal !== null) {
      await this.keepContradiction(proposal, refusal, memory);
      return refusedAnswer(refusal, memory.last.size);
    }
    const seconds = Math.floor(this.now().getTime() / 1_000);
    const state = signedState(checkpoint, memory.last, this.options.identity, seconds);
    await memory.remember(state);
    return cosignedAnswer(signatureLine(state));
  }

  private async keepContradiction(proposal: Proposal, refusal: Refusal, memory: LogMemory): Promise<void> {
    const { origin, size } = proposal.checkpoint;
    const { last } = memory;
    const contradiction = contradictionIn(proposal, refusal, last, await memory.rootOf(size));
    if (contradiction === null) return;
    const refused = refusedOf(proposal, contradiction, last.size, this.now().toISOString());
    if (await memory.keep(refused)) this.options.onContradiction(origin, refused);
  }

  /** What failed to be written may be there or not: then the memory is forgotten, and read again. */
  private async memoryOf(origin: string): Promise<LogMemory> {
    const { dir, identity } = this.options;
    const memory =
      this.memories.get(origin) ?? (await LogMemory.open(logFolder(dir, origin), origin, identity));
    this.memories.set(origin, memory);
    return memory;
  }

  private now(): Date {
    return this.options.now?.() ?? new Date();
  }
}
