/** The digest of an entry of a bundle. */
export interface EntrySum {
  readonly name: string;
  /** SHA-256 in hexadecimal. */
  readonly digest: string;
}

/** As `sha256sum` writes and `sha256sum --check` reads it. */
export function sumLine({ name, digest }: EntrySum): string {
  return `${digest}  ${name}\n`;
}
