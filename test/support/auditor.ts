import { projections } from '#apps/api';
import { verifyBundle, type Verification } from '#libs/proof';
import { ProjectionsFold } from '../../apps/cli/src/fold/projections-fold.js';
import type { TestApi } from './api.js';

/** What an auditor is given by the server, and takes away. */
export async function takenBundle(api: TestApi, municipality = 'alingsas'): Promise<Buffer> {
  const { statusCode, rawPayload } = await api.app.inject(`/api/v1/${municipality}/audit/bundle`);
  if (statusCode !== 200) throw new Error(`There is no bundle: ${rawPayload.toString()}`);
  return rawPayload;
}

/** As the auditor verifies it, read models included. */
export async function audited(
  bundle: Uint8Array,
  verifierKey: string,
  since?: string,
): Promise<Verification> {
  const fold = new ProjectionsFold(projections);
  try {
    return await verifyBundle(inPieces(bundle), { verifierKey, fold, ...(since !== undefined && { since }) });
  } finally {
    fold.close();
  }
}

const pieceBytes = 65_536;

async function* inPieces(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, void> {
  for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes);
}
