import type { Basis, Recorded } from '#libs/kernel';

/** An event on one line: when recorded, where, what, from when it holds, on what ground, by whom. */
export function eventLine({ type, basis, record }: Recorded): string {
  const { recordedAt, position, stream, revision, actor } = record;
  const name = stream.slice(stream.indexOf(':') + 1);
  const ground = groundOf(basis);
  return `${recordedAt}  ${position}  ${name} ${revision}  ${type}  gäller ${basis.effectiveOn}  ${ground}  ${actor.id}`;
}

function groundOf(basis: Basis): string {
  switch (basis.kind) {
    case 'decision':
      return basis.citation;
    case 'uncited':
      return 'paragraf saknas';
    default:
      return 'rapport';
  }
}
