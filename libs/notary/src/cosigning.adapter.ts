import { parseNote, printNote, type NoteSignature } from '#libs/proof';
import type { EntityManager } from 'typeorm';
import { checkpointEntity } from './checkpoint.entity.js';
import type { Cosigners } from './cosigners.js';
import { messageOf } from './message-of.js';
import type { StoredCheckpoint } from './notarised-log.js';
import type { NotaryLog } from './notary-log.js';
import { consistencyFrom } from './tree-proofs.adapter.js';

/** Asks the cosigners, one municipality after the other, about the newest checkpoint of each. */
export class Cosigning {
  private readonly waiting = new Map<string, StoredCheckpoint>();
  private readonly stopping = new AbortController();
  private working: Promise<void> | undefined;

  constructor(
    private readonly manager: EntityManager,
    private readonly cosigners: Cosigners,
    private readonly log: NotaryLog,
  ) {}

  ask(checkpoint: StoredCheckpoint): void {
    this.waiting.set(checkpoint.tenant, checkpoint);
    this.working ??= this.work();
  }

  /** Resolves when nobody is left to be asked. */
  async idle(): Promise<void> {
    await this.working;
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.working;
  }

  private async work(): Promise<void> {
    for (const [tenant, checkpoint] of this.waiting) {
      this.waiting.delete(tenant);
      if (this.stopping.signal.aborted) continue;
      await this.cosign(checkpoint).catch((error: unknown) => {
        this.log.warn(`A checkpoint of ${tenant} was not cosigned: ${messageOf(error)}`);
      });
    }
    this.working = undefined;
  }

  private async cosign(checkpoint: StoredCheckpoint): Promise<void> {
    const { tenant, size } = checkpoint;
    const request = {
      checkpoint,
      consistencyFrom: (from: number) => consistencyFrom(this.manager, tenant, from, size),
    };
    const signatures = await this.cosigners.cosign(request, this.stopping.signal);
    if (signatures.length > 0) await addSignatures(this.manager, checkpoint, signatures);
  }
}

/** Adds signatures to the note of a checkpoint. Whoever adds others at the same time is waited for. */
async function addSignatures(
  manager: EntityManager,
  { tenant, size }: StoredCheckpoint,
  signatures: readonly NoteSignature[],
): Promise<void> {
  await manager.transaction(async (transaction) => {
    const where = { tenant, size };
    const lock = { mode: 'pessimistic_write' } as const;
    const stored = await transaction.findOneOrFail(checkpointEntity, { where, lock });
    const { text, signatures: present } = parseNote(stored.note);
    const note = printNote({ text, signatures: [...present, ...signatures] });
    await transaction.update(checkpointEntity, where, { note });
  });
}
