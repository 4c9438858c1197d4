import type { LoggedEvent } from '#libs/audit';
import { tellErased, type Basis } from '#libs/kernel';

/**
 * An event on one line: when recorded, where, what, from when it holds, on what ground, by whom; and where a decision
 * has destroyed what it said, which one.
 */
export function eventLine({ type, basis, record, erased }: LoggedEvent): string {
  const { recordedAt, position, stream, revision, actor } = record;
  const name = stream.slice(stream.indexOf(':') + 1);
  const ground = groundOf(basis);
  const line = `${recordedAt}  ${position}  ${name} ${revision}  ${type}  gäller ${basis.effectiveOn}  ${ground}  ${actor.id}`;
  return record.erased ? `${line}  ${tellErased(erased ?? { citation: null })}` : line;
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
