import { Buffer } from 'node:buffer';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { RejectionException } from '../problems/rejection-exception.js';
import { parseStrictJson, type JsonObject, type StrictJson } from './strict-json.js';

/** Bodies are JSON in UTF-8 and nothing else; every other media type is refused with 415. */
export function acceptJsonBodies(fastify: FastifyInstance, maxBytes: number): void {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser<Buffer>(
    'application/json',
    { parseAs: 'buffer', bodyLimit: maxBytes },
    async (request: FastifyRequest, bytes: Buffer) => {
      request.rawBody = bytes;
      assertPlainUtf8(request);
      // A command whose fields are all optional may be sent without a body.
      return bytes.length === 0 ? {} : objectIn(parseStrictJson(bytes));
    },
  );
}

function assertPlainUtf8({ headers }: FastifyRequest): void {
  const contentType = headers['content-type'] ?? null;
  const charset = /;\s*charset\s*=\s*"?([^";\s]+)/i.exec(contentType ?? '')?.[1] ?? 'utf-8';
  const encoding = headers['content-encoding'] ?? 'identity';
  if (!/^utf-?8$/i.test(charset) || encoding.toLowerCase() !== 'identity') {
    throw new RejectionException({ code: 'unsupported-media-type', facts: { contentType } });
  }
}

function objectIn(json: StrictJson): JsonObject {
  if ('rejection' in json) throw new RejectionException(json.rejection, json.errors);
  return json.value;
}
