import type { ServerLog } from '../eventstoredb-server/server-log.js';

export type Action = '$r' | '$w' | '$d' | '$mr' | '$mw';
type Acl = Partial<Record<Action, string | readonly string[]>>;

export interface User {
  readonly password: string;
  readonly groups: readonly string[];
  readonly disabled: boolean;
}

const admins = '$admins';

/** What applies where nothing has been set: everybody to streams of users, administrators to those of the system. */
const initially = (stream: string) => (stream.startsWith('$') ? admins : '$all');

/**
 * Whether the server lets somebody do it. The stream's own metadata come first, then the default in $settings, each for
 * the actions that it names; a user has a role of his own name besides his groups.
 * As in the server's `LegacyStreamPermissionAssertion` and its documentation of access control lists.
 */
export function mayDo(
  log: ServerLog,
  name: string,
  { groups }: User,
  action: '$r' | '$w' | '$d',
  stream: string,
): boolean {
  if (groups.includes(admins)) return true;
  const subject = stream.startsWith('$$') ? stream.slice('$$'.length) : stream;
  const meant = subject === stream ? action : metadataAction(action);
  if (meant === null) return false;
  const roles = rolesFor(log, meant, subject);
  return [roles].flat().some((role) => role === '$all' || role === name || groups.includes(role));
}

function metadataAction(action: '$r' | '$w' | '$d'): Action | null {
  if (action === '$d') return null;
  return action === '$r' ? '$mr' : '$mw';
}

function rolesFor(log: ServerLog, action: Action, stream: string): string | readonly string[] {
  const own = lastData(log, `$$${stream}`)['$acl'];
  const byDefault = lastData(log, '$settings')[
    stream.startsWith('$') ? '$systemStreamAcl' : '$userStreamAcl'
  ];
  return own?.[action] ?? byDefault?.[action] ?? initially(stream);
}

function lastData(log: ServerLog, stream: string): Readonly<Record<string, Acl | undefined>> {
  const last = log.stream(stream).at(-1);
  return last ? (JSON.parse(Buffer.from(last.data).toString('utf8')) as Record<string, Acl>) : {};
}
