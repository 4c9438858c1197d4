import type { ServerLog } from './server-log.js';

/** The first revision of a stream that its metadata lets readers see; there is perhaps no such event. */
export function firstVisibleRevision(log: ServerLog, stream: string): number {
  const { $tb: truncateBefore = 0, $maxCount: maxCount = Infinity } = metadataOf(log, stream);
  return Math.max(truncateBefore, log.stream(stream).length - maxCount, 0);
}

function metadataOf(log: ServerLog, stream: string): { readonly $tb?: number; readonly $maxCount?: number } {
  const last = log.stream(`$$${stream}`).at(-1);
  return last ? (JSON.parse(Buffer.from(last.data).toString('utf8')) as object) : {};
}
