import type { Socket } from 'node:net';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { frameworkRejection } from './problems/framework-rejection.http.js';
import { ProblemCatalogue } from './problems/problem-catalogue.js';
import { problemMediaType, type Problem } from './problems/problem.js';
import { pathOf } from './requests/path-of.js';

/** What is refused before there is a route needs no context's tables. */
const catalogue = new ProblemCatalogue({}, {});

/** Fastify's `frameworkErrors`: the address itself cannot be read, so no filter of Nest's ever sees the request. */
export function refuseAddress(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  const path = pathOf(request.url);
  const asked = { method: request.method, path, contentType: null, allowed: [], maxBodyBytes: 0 };
  const rejection = frameworkRejection(error, asked) ?? { code: 'malformed-url', facts: {} };
  const problem = catalogue.problem(rejection, path);
  void reply.status(problem.status).header('Content-Type', problemMediaType).send(JSON.stringify(problem));
}

/** Fastify's `clientErrorHandler`: what is not HTTP, or has headers beyond Node's limit, never becomes a request. */
export function refuseUnreadable(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const status = statuses[error.code ?? ''] ?? 400;
  const problem: Problem = {
    ...catalogue.problem({ code: 'request-refused', facts: { status } }, ''),
    status,
  };
  const body = JSON.stringify(problem);
  const head = [
    `HTTP/1.1 ${status} Refused`,
    `Content-Type: ${problemMediaType}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
  ];
  socket.end([...head, 'Connection: close', '', body].join('\r\n'));
}

const statuses: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};
