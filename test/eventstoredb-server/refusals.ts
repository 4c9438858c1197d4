import { Metadata, status, type ServiceError } from '@grpc/grpc-js';

/** Errors as the server types them: a gRPC status, and its own word in the metadata key `exception`. */
function refusal(
  code: status,
  details: string,
  metadata: Readonly<Record<string, string>> = {},
): ServiceError {
  const typed = new Metadata();
  for (const [key, value] of Object.entries(metadata)) typed.set(key, value);
  return Object.assign(new Error(details), { code, details, metadata: typed });
}

export const accessDenied = () =>
  refusal(status.PERMISSION_DENIED, 'Access Denied', { exception: 'access-denied' });

export const unauthenticated = () => refusal(status.UNAUTHENTICATED, 'Unauthenticated');

export const notReady = () => refusal(status.UNAVAILABLE, 'Server Is Not Ready');

export const unknown = (details: string) => refusal(status.UNKNOWN, details);

export const invalidPosition = () =>
  refusal(status.INVALID_ARGUMENT, 'Trying to read from an invalid position.');

export const notLeader = ({ host, port }: { host: string; port: number }) =>
  refusal(status.NOT_FOUND, 'Leader info available', {
    exception: 'not-leader',
    'leader-endpoint-host': host,
    'leader-endpoint-port': String(port),
  });

export const streamDeleted = (stream: string) =>
  refusal(status.FAILED_PRECONDITION, `Event stream '${stream}' is deleted.`, {
    exception: 'stream-deleted',
    'stream-name': encodeURIComponent(stream),
  });

export const wrongExpectedVersion = (stream: string, expected: string, current: number) =>
  refusal(
    status.FAILED_PRECONDITION,
    `Append failed due to WrongExpectedVersion. Stream: ${encodeURIComponent(stream)}`,
    {
      exception: 'wrong-expected-version',
      'stream-name': encodeURIComponent(stream),
      'expected-version': expected,
      'actual-version': String(current),
    },
  );

export const maximumAppendSizeExceeded = (maximum: number) =>
  refusal(status.INVALID_ARGUMENT, `Maximum Append Size of ${maximum} Exceeded.`, {
    exception: 'maximum-append-size-exceeded',
    'maximum-append-size': String(maximum),
  });
