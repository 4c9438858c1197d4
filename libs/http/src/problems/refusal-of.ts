import {
  EventStoreUnavailableError,
  EventTooLargeError,
  InvalidPositionError,
  PartialOverlapError,
} from '#libs/event-store';
import { ReadModelBehindError, ReadModelHaltedError } from '#libs/read-model';
import { fieldError } from '../fields/field-error.js';
import type { RequestRejection } from './request-rejection.js';
import { invalidRequest, RejectionException } from './rejection-exception.js';

/** The refusal that a known error amounts to; null where the error is a bug or an outage nobody foresaw. */
export function refusalOf(error: unknown): RejectionException | null {
  if (error instanceof RejectionException) return error;
  // Queries are the only ones to be given a position from outside.
  if (error instanceof InvalidPositionError) {
    return invalidRequest(fieldError({ parameter: 'afterPosition' }, 'malformed-position'));
  }
  const rejection = ofEventStore(error) ?? ofReadModel(error) ?? ofDatabase(error);
  return rejection && new RejectionException(rejection);
}

function ofEventStore(error: unknown): RequestRejection | null {
  if (error instanceof EventStoreUnavailableError) return { code: 'event-store-unavailable', facts: {} };
  if (error instanceof EventTooLargeError) {
    return { code: 'event-too-large', facts: { bytes: error.bytes, maxBytes: error.maxBytes } };
  }
  if (error instanceof PartialOverlapError) {
    return { code: 'events-recorded-otherwise', facts: { eventIds: error.eventIds } };
  }
  return null;
}

function ofReadModel(error: unknown): RequestRejection | null {
  if (error instanceof ReadModelBehindError) {
    return { code: 'read-model-behind', facts: { readModel: error.readModel, position: error.position } };
  }
  if (error instanceof ReadModelHaltedError) {
    return { code: 'read-model-halted', facts: { readModel: error.readModel, municipality: error.tenant } };
  }
  return null;
}

/** Connections refused or cut, and the server's own ways to say that it is starting, stopping or full. */
const outageCodes = /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|08\w{3}|57P0[1-5]|53300)$/;
const outageMessages = /Connection terminated|timeout exceeded when trying to connect|Client was closed/;

function ofDatabase(error: unknown): RequestRejection | null {
  if (!(error instanceof Error)) return null;
  const { code = '', severity } = error as { code?: unknown; severity?: unknown };
  // PostgreSQL calls an error fatal where it costs the connection, or lets none be made.
  const isOutage =
    severity === 'FATAL' || outageCodes.test(String(code)) || outageMessages.test(error.message);
  return isOutage ? { code: 'database-unavailable', facts: {} } : null;
}
