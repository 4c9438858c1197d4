import { documentLine, type DocumentDigest, type ReadModelHead } from '#libs/proof';
import type { DigestedReadModel } from '#libs/read-model';

/** The read models as they were served at one instant, with the lines of a bundle that tell of their documents. */
export interface ServedDocuments {
  readonly heads: readonly ReadModelHead[];
  /** About 120 bytes a document. */
  readonly lines: ReadonlyMap<string, readonly Uint8Array[]>;
}

/** Kept until the bundle has been written: it is not known beforehand how long a client takes to read it. */
export async function servedDocuments(readModels: readonly DigestedReadModel[]): Promise<ServedDocuments> {
  const heads: ReadModelHead[] = [];
  const lines = new Map<string, Uint8Array[]>();
  for (const { documents, ...head } of readModels) {
    const pages: Uint8Array[] = [];
    for await (const page of documents) pages.push(linesOf(page));
    heads.push(head);
    lines.set(head.name, pages);
  }
  return { heads, lines };
}

function linesOf(documents: readonly DocumentDigest[]): Uint8Array {
  return Buffer.from(documents.map((document) => `${documentLine(document)}\n`).join(''));
}
