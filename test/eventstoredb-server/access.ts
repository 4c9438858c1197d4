import type { Metadata, ServiceError } from '@grpc/grpc-js';
import { accessDenied, notLeader, unauthenticated } from './refusals.js';
import type { ServerContext } from './server-context.js';

/** Why the call is refused before anything else is looked at. */
export function objectionTo(metadata: Metadata, { users, faults }: ServerContext): ServiceError | undefined {
  if (users) {
    const [authorization] = metadata.get('authorization');
    if (authorization === undefined) return accessDenied();
    if (!isKnown(String(authorization), users)) return unauthenticated();
  }
  const [requiresLeader] = metadata.get('requires-leader');
  return faults.leader && requiresLeader === 'true' ? notLeader(faults.leader) : undefined;
}

function isKnown(authorization: string, users: Readonly<Record<string, string>>): boolean {
  const login = Buffer.from(authorization.replace(/^Basic /, ''), 'base64').toString('utf8');
  const colon = login.indexOf(':');
  const password = users[login.slice(0, colon)];
  return password !== undefined && password === login.slice(colon + 1);
}
