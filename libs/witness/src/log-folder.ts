/** What a witness keeps of a log, in a folder of its own. */
export const logFiles = {
  /** The verifier keys that are trusted for it, one a line. */
  keys: 'verifier-keys',
  /** The note that was signed last. */
  last: 'checkpoint',
  /** Every note that was signed, one a line. */
  cosigned: 'cosigned.ndjson',
  /** What was refused and speaks against the log, one a line. */
  refused: 'refused.ndjson',
} as const;

const maxNameBytes = 200;

/** The name of a log's folder: its origin, readable, and a name of one file everywhere. Null where that is too long. */
export function folderOf(origin: string): string | null {
  const name = encodeURIComponent(origin)
    .replace(/^\./, '%2E')
    .replace(/[*'()!~]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
  return name.length <= maxNameBytes ? name : null;
}

export function originOf(folder: string): string {
  return decodeURIComponent(folder);
}
