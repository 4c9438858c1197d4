import { consistencyHolds, type Tree } from '#libs/proof';
import type { EntityManager } from 'typeorm';
import { AlarmError } from './alarm.js';
import { checkpointEntity } from './checkpoint.entity.js';
import type { NotarisedLog, StoredCheckpoint } from './notarised-log.js';
import type { NotarySigner } from './signer.js';
import { consistencyFrom } from './tree-proofs.adapter.js';

/**
 * Signs the tree of a log and stores the checkpoint; to be called in the transaction that holds the log, when its
 * tiles are written. Throws {@link AlarmError} rather than sign a tree that does not begin with the one signed last.
 */
export async function signTree(
  manager: EntityManager,
  log: NotarisedLog,
  tree: Tree,
  signer: NotarySigner,
  signedAt: Date,
): Promise<StoredCheckpoint> {
  const { tenant, signedSize } = log;
  const { size, root } = tree;
  const inconsistent = new AlarmError({ code: 'tree-inconsistent', facts: { signedSize, size } });
  if (signedSize > 0 && !(await beginsWithSigned(manager, log, tree))) throw inconsistent;
  const note = signer.checkpoint(tenant, tree);
  const stored = await manager.query<unknown[]>(
    `INSERT INTO notary.checkpoint (tenant_id, size, root, note, signed_at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT DO NOTHING RETURNING size`,
    [tenant, size, root, note, signedAt],
  );
  if (stored.length === 0) throw inconsistent;
  return { tenant, size, root, note, signedAt };
}

async function beginsWithSigned(manager: EntityManager, log: NotarisedLog, tree: Tree): Promise<boolean> {
  const { tenant, signedSize } = log;
  const signed = await manager.findOneBy(checkpointEntity, { tenant, size: signedSize });
  if (!signed) return false;
  return consistencyHolds(signed, tree, await consistencyFrom(manager, tenant, signedSize, tree.size));
}
