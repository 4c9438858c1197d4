import {
  applyDecorators,
  Header,
  Injectable,
  UseInterceptors,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
  type Type,
} from '@nestjs/common';
import { ApiOkResponse, type ApiResponseOptions } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { map, type Observable } from 'rxjs';
import { RejectionException } from '../problems/rejection-exception.js';
import { describesProblems } from './described-problems.http.js';
import { etagOf } from './if-match.js';
import type { ParagrafRequest } from './paragraf-request.http.js';
import { pathOf } from './path-of.js';

/** Null becomes 404; a document's `revision` the `ETag`. See {@link Answers}. */
@Injectable()
export class AnswersInterceptor implements NestInterceptor {
  intercept(execution: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    const http = execution.switchToHttp();
    return next.handle().pipe(
      map((answer) => {
        if (answer === null || answer === undefined) throw notFound(http.getRequest<ParagrafRequest>());
        if (!hasRevision(answer)) return answer;
        void http.getResponse<FastifyReply>().header('ETag', etagOf(answer.revision));
        return answer;
      }),
    );
  }
}

export interface AnswersOptions {
  /** What is answered, in Swedish, for the API's description. */
  readonly description?: string;
  /** A class with described properties, where the answer has one. */
  readonly type?: Type | [Type];
  /** Or an OpenAPI schema. */
  readonly schema?: Schema;
  /** Where the answer is no JSON: its media type. The handler gives text or bytes. */
  readonly mediaType?: string;
  /** Other media types that the answer can have, by Accept, with their OpenAPI schemas. */
  readonly also?: Readonly<Record<string, NonNullable<Schema>>>;
  /** Statuses of problems; 400, 404 and 503 unless told. */
  readonly problems?: readonly number[];
}

type Schema = Extract<ApiResponseOptions, { schema: object }>['schema'];

/** Marks a query route: null is answered with 404, the document's `revision` becomes the `ETag`. */
export function Answers({ description = 'Svaret.', ...options }: AnswersOptions = {}): MethodDecorator {
  const { mediaType, problems = [400, 404, 503] } = options;
  return applyDecorators(
    UseInterceptors(AnswersInterceptor),
    ...(mediaType === undefined ? [] : [Header('Content-Type', mediaType)]),
    ApiOkResponse({ description, ...shapeOf(options) }),
    describesProblems(...problems),
  );
}

function shapeOf({ type, schema, mediaType, also }: AnswersOptions): Partial<ApiResponseOptions> {
  if (also) {
    const content = { 'application/json': schema ?? { type: 'object', additionalProperties: true }, ...also };
    return {
      content: Object.fromEntries(Object.entries(content).map(([name, shape]) => [name, { schema: shape }])),
    };
  }
  if (type) return { type };
  if (mediaType === undefined) return { schema: schema ?? { type: 'object', additionalProperties: true } };
  return { content: { [mediaType.split(';')[0] ?? '']: { schema: schema ?? { type: 'string' } } } };
}

function hasRevision(answer: unknown): answer is { readonly revision: number } {
  return (
    typeof answer === 'object' &&
    answer !== null &&
    typeof (answer as { revision?: unknown }).revision === 'number'
  );
}

function notFound(request: ParagrafRequest): RejectionException {
  return new RejectionException({ code: 'not-found', facts: { path: pathOf(request.url) } });
}
