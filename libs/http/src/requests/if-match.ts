/**
 * The revision that `If-Match` names: `"7"` is 7, `"-1"` says that the sender saw nothing yet. Null where it is
 * anything else; `*`, lists and weak tags would need the stream to be read before the command is, for no use.
 */
export function parseIfMatch(header: string): number | null {
  const match = /^"(-1|0|[1-9]\d{0,14})"$/.exec(header.trim());
  return match ? Number(match[1]) : null;
}

/** The strong entity tag of a revision. */
export function etagOf(revision: number): string {
  return `"${revision}"`;
}
