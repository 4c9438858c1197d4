import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from 'selfsigned';

export interface ServerCertificate {
  readonly cert: string;
  readonly key: string;
  /** A file with the certificate, for whoever has to trust it. */
  readonly caFile: string;
}

/** A certificate for `localhost` that has signed itself. */
export async function selfSignedCertificate(): Promise<ServerCertificate> {
  const extensions = [
    { name: 'subjectAltName' as const, altNames: [{ type: 2 as const, value: 'localhost' }] },
  ];
  const { cert, private: key } = await generate([{ name: 'commonName', value: 'localhost' }], { extensions });
  const caFile = join(await mkdtemp(join(tmpdir(), 'paragraf-tls-')), 'ca.pem');
  await writeFile(caFile, cert);
  return { cert, key, caFile };
}
