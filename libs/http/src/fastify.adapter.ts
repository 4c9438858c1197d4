import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { acceptJsonBodies } from './body/json-body.http.js';
import { HttpOptions } from './http-options.js';
import { correlationIdOf } from './requests/correlation-id.js';
import { normaliseParameters } from './requests/normalise-parameters.http.js';
import { RouteTable } from './requests/route-table.js';
import { refuseAddress, refuseUnreadable } from './before-routing.http.js';

/** Longest path segment in characters: more than any id here, little enough to be no burden. */
const maxParamLength = 500;

/** Fastify as Paragraf runs it. Create the Nest application with it and `bodyParser: false`, then {@link prepareHttp}. */
export function paragrafFastify(): FastifyAdapter {
  return new FastifyAdapter({
    genReqId: ({ headers }: IncomingMessage) => correlationIdOf(headers) ?? randomUUID(),
    routerOptions: { maxParamLength },
    frameworkErrors: refuseAddress,
    clientErrorHandler: refuseUnreadable,
  });
}

/** What a Nest application on {@link paragrafFastify} needs before it is initialised. */
export function prepareHttp(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance();
  const routes = app.get(RouteTable);
  acceptJsonBodies(fastify, app.get(HttpOptions).maxBodyBytes);
  fastify.addHook('onRoute', ({ method, url }) => routes.add(method, url));
  fastify.addHook('onRequest', normaliseParameters);
  fastify.addHook('onRequest', async (request: FastifyRequest, reply: FastifyReply) => {
    void reply.header('X-Correlation-Id', request.id);
  });
  // Nest sets the status of the route last of all, so one that depends on the outcome has to wait until after that.
  fastify.addHook('onSend', async (request: FastifyRequest, reply: FastifyReply) => {
    if (request.answeredStatus !== undefined) void reply.status(request.answeredStatus);
  });
}
