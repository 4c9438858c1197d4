import type { ErasureView } from '#libs/audit';
import { wrap } from './table.js';

const indent = '  ';

/** What has been erased, oldest first: each decision with its reason, and the events that it names. */
export function erasuresText(erasures: readonly ErasureView[]): string {
  if (erasures.length === 0) return 'Inget har gallrats.\n';
  return erasures.map(erasureText).join('\n');
}

function erasureText({ recordedAt, citation, actor, reason, events, isCarriedOut }: ErasureView): string {
  const when = `${recordedAt.slice(0, 16).replace('T', ' ')} UTC`;
  const ground = citation ?? 'paragraf saknas';
  const state = isCarriedOut ? 'verkställd' : 'verkställs';
  const named = events.map(
    ({ type, stream, revision, id }) =>
      `${indent}${type}  ${stream.slice(stream.indexOf(':') + 1)} ${revision}  ${id}`,
  );
  const told = wrap(`Skäl: ${reason}`, indent);
  return `${[`${when}  ${ground}  ${state}  av ${actor.id} (${actor.role})`, ...told, ...named].join('\n')}\n`;
}
