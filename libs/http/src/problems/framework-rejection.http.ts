import { HttpException } from '@nestjs/common';
import type { RequestRejection } from './request-rejection.js';

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly contentType: string | null;
  /** Methods that the path takes; none where there is no such path. */
  readonly allowed: readonly string[];
  readonly maxBodyBytes: number;
}

/** What Nest and Fastify refuse before a handler is reached, in our words; null for anything that is not theirs. */
export function frameworkRejection(error: unknown, asked: Asked): RequestRejection | null {
  const { contentType, maxBodyBytes } = asked;
  switch (codeOf(error)) {
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return { code: 'unsupported-media-type', facts: { contentType } };
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return { code: 'body-too-large', facts: { maxBytes: maxBodyBytes } };
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
      return { code: 'body-length-mismatch', facts: {} };
    case 'FST_ERR_BAD_URL':
      return { code: 'malformed-url', facts: {} };
    case 'FST_ERR_MAX_PARAM_LENGTH':
      return { code: 'uri-too-long', facts: {} };
    default:
      return byStatus(error, asked);
  }
}

function byStatus(error: unknown, { method, path, allowed }: Asked): RequestRejection | null {
  const status = statusOf(error);
  if (status === 404 && allowed.length > 0) return { code: 'method-not-allowed', facts: { method, allowed } };
  if (status === 404) return { code: 'route-not-found', facts: { method, path } };
  return status !== null && status < 500 ? { code: 'request-refused', facts: { status } } : null;
}

function statusOf(error: unknown): number | null {
  if (error instanceof HttpException) return error.getStatus();
  const { statusCode } = error as { statusCode?: unknown };
  return typeof statusCode === 'number' && codeOf(error)?.startsWith('FST_') ? statusCode : null;
}

/** Nest wraps Fastify's errors and keeps them as the cause. */
function codeOf(error: unknown): string | undefined {
  const cause = error instanceof HttpException ? error.cause : error;
  const { code } = (cause ?? {}) as { code?: unknown };
  return typeof code === 'string' ? code : undefined;
}
