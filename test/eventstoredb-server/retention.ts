import type { LogRecord, ServerLog } from './server-log.js';

/** The events of a stream that its metadata let readers see. */
export function visibleEvents(log: ServerLog, stream: string): readonly LogRecord[] {
  const events = log.stream(stream);
  const { $tb: truncateBefore = 0, $maxCount: maxCount } = metadataOf(log, stream);
  const kept = events.filter(({ revision }) => revision >= truncateBefore);
  return maxCount === undefined ? kept : kept.slice(-maxCount);
}

function metadataOf(log: ServerLog, stream: string): { readonly $tb?: number; readonly $maxCount?: number } {
  const last = log.stream(`$$${stream}`).at(-1);
  return last ? (JSON.parse(Buffer.from(last.data).toString('utf8')) as object) : {};
}
