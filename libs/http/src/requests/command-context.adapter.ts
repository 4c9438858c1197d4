import { randomUUID } from 'node:crypto';
import { commandIdOf, type CommandContext } from '#libs/command';
import { municipalityPattern, type Actor } from '#libs/kernel';
import { fieldError } from '../fields/field-error.js';
import { invalidRequest } from '../problems/rejection-exception.js';
import { isIdempotencyKey } from './idempotency-key.js';
import { parseIfMatch } from './if-match.js';
import type { ParagrafRequest } from './paragraf-request.http.js';
import { requestHash } from './request-hash.adapter.js';

/** What a command carries beside its own words, read from path and headers. Throws where they are malformed. */
export function commandContextOf(request: ParagrafRequest, actor: Actor): CommandContext {
  const tenant = request.params['municipality'] ?? '';
  if (!municipalityPattern.test(tenant)) {
    throw invalidRequest(fieldError({ parameter: 'municipality' }, 'malformed-municipality'));
  }
  const expectedRevision = expectedRevisionOf(header(request, 'if-match'));
  const key = header(request, 'idempotency-key');
  const correlationId = request.id;
  if (key === undefined) {
    const commandId = randomUUID();
    return {
      tenant,
      actor,
      commandId,
      correlationId,
      causationId: null,
      expectedRevision,
      requestHash: null,
    };
  }
  if (!isIdempotencyKey(key)) {
    throw invalidRequest(fieldError({ header: 'Idempotency-Key' }, 'malformed-idempotency-key'));
  }
  const commandId = commandIdOf(tenant, key);
  const hash = requestHash(request.method, request.url, request.rawBody);
  return { tenant, actor, commandId, correlationId, causationId: null, expectedRevision, requestHash: hash };
}

function expectedRevisionOf(ifMatch: string | undefined): number | null {
  if (ifMatch === undefined) return null;
  const revision = parseIfMatch(ifMatch);
  if (revision === null) throw invalidRequest(fieldError({ header: 'If-Match' }, 'malformed-if-match'));
  return revision;
}

function header(request: ParagrafRequest, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join(', ') : value;
}
