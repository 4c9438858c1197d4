import type { EntityManager } from 'typeorm';

/** What a witness says against a log: that it has signed another tree, of that size. */
export interface Said {
  readonly witness: string;
  readonly witnessSize: number;
}

export async function rememberDismissed(manager: EntityManager, tenant: string, said: Said): Promise<void> {
  await manager.query(
    'INSERT INTO notary.dismissed (tenant_id, witness, witness_size) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
    [tenant, said.witness, said.witnessSize],
  );
}

/** Whether somebody has looked at it, and let the log go on. */
export async function isDismissed(manager: EntityManager, tenant: string, said: Said): Promise<boolean> {
  const rows = await manager.query<unknown[]>(
    'SELECT FROM notary.dismissed WHERE tenant_id = $1 AND witness = $2 AND witness_size = $3',
    [tenant, said.witness, said.witnessSize],
  );
  return rows.length > 0;
}
