import { municipalityPattern } from '#libs/kernel';

/**
 * Names on the server. A stream of the log keeps its whole name, `alingsas:budget-SN.2025`; what the adapter writes
 * for itself begins with `paragraf.` and has no colon, so that no municipality's log ever contains it.
 */
export const municipalitiesStream = 'paragraf.municipalities';

/** Says which log this is. */
export const identityStream = 'paragraf.log';

/** Where a municipality's event ids are written down, a stretch of its log at a time. */
export function indexStream(tenant: string): string {
  return `paragraf.index.${tenant}`;
}

/** Which of a municipality's events have been erased. */
export function erasedStream(tenant: string): string {
  return `paragraf.erased.${tenant}`;
}

const municipality = municipalityPattern.source.replace(/^\^|\$$/g, '');

/** Regular expressions for the server: the streams of all logs; and with them whatever tells of them. */
export const logStreams = `^${municipality}:`;
export const watchedStreams = `^(?:${municipality}:|paragraf\\.municipalities$|\\$\\$(?:${municipality}:|paragraf\\.))`;

/** Event types by which the server is told to forget events. */
export const retentionTypes = '^\\$(?:metadata|streamDeleted)$';

/** What the adapter writes for itself. */
export function isOwnStream(stream: string): boolean {
  return stream.startsWith('paragraf.');
}

/** The municipality whose log the stream belongs to, or null. */
export function tenantOf(stream: string): string | null {
  const tenant = stream.slice(0, Math.max(0, stream.indexOf(':')));
  return municipalityPattern.test(tenant) ? tenant : null;
}
