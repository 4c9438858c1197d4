import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Rejection } from '#libs/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RouteTable } from '../requests/route-table.js';
import { pathOf } from '../requests/path-of.js';
import { HttpOptions } from '../http-options.js';
import { frameworkRejection } from './framework-rejection.http.js';
import { ProblemCatalogue } from './problem-catalogue.js';
import { problemMediaType, type Problem } from './problem.js';
import { refusalOf } from './refusal-of.js';

/** The one place where anything that went otherwise than asked becomes an answer: problem details (RFC 9457). */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger(ProblemFilter.name);

  constructor(
    private readonly catalogue: ProblemCatalogue,
    private readonly routes: RouteTable,
    private readonly options: HttpOptions,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const refusal = refusalOf(error);
    const rejection =
      refusal?.rejection ?? this.frameworkRejection(error, request) ?? this.unexpected(error, request);
    const problem = this.catalogue.problem(rejection, pathOf(request.url), refusal?.errors);
    request.problemCode = problem.code;
    void reply.headers(this.headersOf(problem));
    void reply.status(problem.status).header('Content-Type', problemMediaType).send(JSON.stringify(problem));
  }

  private frameworkRejection(error: unknown, request: FastifyRequest): Rejection | null {
    const path = pathOf(request.url);
    return frameworkRejection(error, {
      method: request.method,
      path,
      contentType: request.headers['content-type'] ?? null,
      allowed: this.routes.methodsOf(path),
      maxBodyBytes: this.options.maxBodyBytes,
    });
  }

  private headersOf({ status, instance }: Problem): Record<string, string> {
    if (status === 503) return { 'Retry-After': '1' };
    return status === 405 ? { Allow: this.routes.methodsOf(instance).join(', ') } : {};
  }

  /** A bug or an outage: the log gets all of it, the sender only what to ask for. */
  private unexpected(error: unknown, request: FastifyRequest): Rejection {
    this.logger.error({ err: error, correlationId: request.id }, 'A request failed.');
    return { code: 'internal-error', facts: { correlationId: request.id } };
  }
}
