import { open } from 'node:fs/promises';
import { InvalidArgumentError } from 'commander';
import { headName } from '#libs/proof';

const bundleStart = `${headName}\0`;
const receiptStart = 'c2sp.org/tlog-proof@v1\n';

/** What a file says that it is by how it begins. */
export async function kindOfProof(path: string): Promise<'bundle' | 'receipt'> {
  const start = await startOf(path, 64);
  if (start === null) throw new InvalidArgumentError(`Filen ${path} går inte att läsa.`);
  if (start.startsWith(bundleStart)) return 'bundle';
  if (start.startsWith(receiptStart)) return 'receipt';
  throw new InvalidArgumentError(`${path} är varken ett granskningspaket eller ett kvitto.`);
}

async function startOf(path: string, bytes: number): Promise<string | null> {
  try {
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(bytes) });
      return buffer.toString('latin1', 0, bytesRead);
    } finally {
      await file.close();
    }
  } catch {
    return null;
  }
}
