import {
  HttpStatus,
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { CommandOutcome } from '#libs/command';
import { ActorResolver } from '#libs/identity';
import type { FastifyReply } from 'fastify';
import { map, type Observable } from 'rxjs';
import { fieldError } from '../fields/field-error.js';
import { ProblemCatalogue } from '../problems/problem-catalogue.js';
import { invalidRequest, RejectionException } from '../problems/rejection-exception.js';
import { commandContextOf } from './command-context.adapter.js';
import { etagOf } from './if-match.js';
import type { ParagrafRequest } from './paragraf-request.http.js';
import type { RecordedAnswer } from './recorded-answer.http.js';
import type { PathParameters, RecordedOutcome, RecordsOptions } from './records-options.js';

export const recordsMetadata = Symbol('records');

/** Gives a command route its context, and turns the outcome into an answer. See `@Records`. */
@Injectable()
export class RecordsInterceptor implements NestInterceptor<CommandOutcome, RecordedAnswer> {
  constructor(
    private readonly reflector: Reflector,
    private readonly actors: ActorResolver,
    private readonly catalogue: ProblemCatalogue,
  ) {}

  async intercept(
    execution: ExecutionContext,
    next: CallHandler<CommandOutcome>,
  ): Promise<Observable<RecordedAnswer>> {
    const http = execution.switchToHttp();
    const request = http.getRequest<ParagrafRequest>();
    assertNoQuery(request);
    request.commandContext = commandContextOf(request, await this.actors.resolve(request.headers));
    const options = this.reflector.get<RecordsOptions>(recordsMetadata, execution.getHandler());
    return next.handle().pipe(
      map((outcome) => {
        if (outcome.outcome === 'refused') throw new RejectionException(outcome.rejection);
        if (options.isChange?.(outcome)) request.answeredStatus = HttpStatus.OK;
        setHeaders(http.getResponse<FastifyReply>(), outcome, locationOf(request, outcome, options));
        return this.answer(outcome);
      }),
    );
  }

  private answer({
    stream,
    revision,
    position,
    recordedAt,
    eventIds,
    warnings,
  }: RecordedOutcome): RecordedAnswer {
    const told = warnings.map((warning) => this.catalogue.warning(warning));
    return { stream, revision, position, recordedAt, eventIds, warnings: told };
  }
}

/** A command takes no query: an `asOf` here would be believed to mean something. */
function assertNoQuery(request: ParagrafRequest): void {
  const parameters = Object.keys(request.query as object);
  if (parameters.length === 0) return;
  throw invalidRequest(...parameters.map((parameter) => fieldError({ parameter }, 'unknown-field')));
}

function locationOf(request: ParagrafRequest, outcome: RecordedOutcome, options: RecordsOptions): string {
  const path = request.params as Record<string, string> & PathParameters;
  return encodeURI(options.location(path, { body: request.body ?? {}, outcome }));
}

function setHeaders(reply: FastifyReply, { revision, position }: RecordedOutcome, location: string): void {
  void reply
    .header('Location', location)
    .header('ETag', etagOf(revision))
    .header('Paragraf-Position', position);
}
