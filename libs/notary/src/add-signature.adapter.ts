import { parseNote, printNote, type NoteSignature } from '#libs/proof';
import type { EntityManager } from 'typeorm';
import { checkpointEntity } from './checkpoint.entity.js';
import type { StoredCheckpoint } from './notarised-log.js';

/**
 * Adds a signature to the note of a checkpoint. Whoever adds another at the same time is waited for. Where the key has
 * signed it before, that stays: it says since when.
 */
export async function addSignature(
  manager: EntityManager,
  { tenant, size }: StoredCheckpoint,
  signature: NoteSignature,
): Promise<void> {
  await manager.transaction(async (transaction) => {
    const where = { tenant, size };
    const lock = { mode: 'pessimistic_write' } as const;
    const stored = await transaction.findOneOrFail(checkpointEntity, { where, lock });
    const { text, signatures } = parseNote(stored.note);
    if (signatures.some((present) => isOfOneKey(present, signature))) return;
    const note = printNote({ text, signatures: [...signatures, signature] });
    await transaction.update(checkpointEntity, where, { note });
  });
}

function isOfOneKey(one: NoteSignature, other: NoteSignature): boolean {
  return one.keyName === other.keyName && one.keyId === other.keyId;
}
