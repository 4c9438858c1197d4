import { status, type ServiceError } from '@grpc/grpc-js';
import { EventStoreUnavailableError, RecordedAtError, SealedElsewhereError } from '../errors.js';
import type { AppendAnswer } from './append-answer.js';

/** What a failed call tells: whether trying again can help, and on which connection. */
export type Failure =
  /** Another connection may answer; whether an append was recorded is not known. */
  | { readonly kind: 'transient' }
  /** This server follows another one, to which the client goes by itself. */
  | { readonly kind: 'not-leader' }
  | { readonly kind: 'permanent'; readonly error: Error };

/** A failed attempt that another one may mend; its cause is what the call said. */
export class TransientFailure extends Error {
  constructor(cause: unknown) {
    super('The attempt failed; another one may not.', { cause });
    this.name = 'TransientFailure';
  }
}

/** The server has taken a call and says nothing. */
export class SilentServerError extends Error {
  constructor(silenceMs: number) {
    super(`The server said nothing for ${silenceMs} ms.`);
    this.name = 'SilentServerError';
  }
}

/** The server knows the user, or nobody, and does not let them. */
export class AccessDeniedError extends EventStoreUnavailableError {
  constructor(options?: ErrorOptions) {
    super(
      'The event store refuses the user of its connection string, who must read $all and write streams.',
      options,
    );
  }
}

/** The server finds a request wrong, e.g. a position where no record begins. */
export class InvalidRequestError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'InvalidRequestError';
  }
}

/** An append of several events is larger than the server takes at once. */
export class AppendSizeError extends Error {
  constructor(readonly maxBytes: number) {
    super(`The server takes ${maxBytes} bytes in one append.`);
    this.name = 'AppendSizeError';
  }
}

/** A stream was deleted for good, which only administrators can do. */
export class StreamDeletedError extends Error {
  constructor(details: string, options?: ErrorOptions) {
    super(`A stream of the log has been deleted on the server: ${details}`, options);
    this.name = 'StreamDeletedError';
  }
}

/** What an append is refused with amounts to. What is not known here may pass: a server that is busy, or in no time. */
export function refusalError({ reason, message, maxBytes }: AppendRefusal): Error {
  if (reason === 'AccessDenied') return new AccessDeniedError();
  if (reason === 'StreamDeleted') return new StreamDeletedError(message);
  if (reason.startsWith('MaximumAppend')) return new AppendSizeError(maxBytes);
  if (reason === 'BadRequest') return new InvalidRequestError(message);
  return new Error(`The server did not take an append: ${reason} ${message}`);
}

type AppendRefusal = Extract<AppendAnswer, { kind: 'refused' }>;

/** Whatever is not known to be permanent is taken for transient: the caller's deadline ends it. */
export function judgeFailure(error: unknown): Failure {
  if (isOurs(error)) return { kind: 'permanent', error };
  if (!isServiceError(error)) return { kind: 'transient' };
  const exception = exceptionOf(error);
  if (exception === 'not-leader') return { kind: 'not-leader' };
  const permanent = permanentError(error, exception);
  return permanent ? { kind: 'permanent', error: permanent } : { kind: 'transient' };
}

const denials = [status.PERMISSION_DENIED, status.UNAUTHENTICATED];

function permanentError(error: ServiceError, exception: string | undefined): Error | null {
  const isDenied = exception === 'access-denied' || denials.includes(error.code);
  if (isDenied) return new AccessDeniedError({ cause: error });
  if (exception === 'stream-deleted') {
    return new StreamDeletedError(error.details, { cause: error });
  }
  if (exception === 'maximum-append-size-exceeded') {
    return new AppendSizeError(Number(error.metadata.get('maximum-append-size')[0]));
  }
  if (error.code === status.INVALID_ARGUMENT) return new InvalidRequestError(error.details, { cause: error });
  return error.code === status.UNIMPLEMENTED ? error : null;
}

function isOurs(error: unknown): error is Error {
  return permanentErrors.some((known) => error instanceof known);
}

const permanentErrors = [
  TypeError,
  RangeError,
  EventStoreUnavailableError,
  RecordedAtError,
  SealedElsewhereError,
  InvalidRequestError,
  AppendSizeError,
  StreamDeletedError,
];

function exceptionOf(error: ServiceError): string | undefined {
  return error.metadata?.get('exception')[0]?.toString();
}

function isServiceError(error: unknown): error is ServiceError {
  return error instanceof Error && 'code' in error && typeof error.code === 'number';
}
