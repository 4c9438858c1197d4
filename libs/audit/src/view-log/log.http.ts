import { Controller, Get, Param, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { LogFilter, ReadLogOptions } from '#libs/event-store';
import { Answers, MunicipalityParams, negotiate, type ParagrafRequest } from '#libs/http';
import type { FastifyReply } from 'fastify';
import { cloudEvent, type CloudEvent } from '../log/cloud-event.js';
import type { LogAnswer } from '../log/log-answer.js';
import { defaultLimit } from '../log/log-paging.http.js';
import { ownStream } from '../log/stream-parameter.http.js';
import { logLines } from './log-lines.http.js';
import { LogFilterQuery } from './log-query.http.js';
import { LogQuery } from './log.handler.js';

const cloudEvents = 'application/cloudevents-batch+json';
const lines = 'application/x-ndjson';
/** As many as are read at once where all are wanted. */
const streamedPage = 1_000;

@ApiTags('audit')
@Controller('api/v1/:municipality/events')
export class LogHttp {
  constructor(private readonly queries: QueryBus) {}

  /**
   * The log as it stands: every event with all its fields, oldest first unless told, a page at a time. With
   * `Accept: application/cloudevents-batch+json` the page as CloudEvents 1.0, the next one in `Link`. With
   * `Accept: application/x-ndjson` everything that qualifies, or `limit` of it, an event a line, streamed.
   */
  @Get()
  @Answers({
    description: 'En sida av kommunens logg, eller som rader hela den.',
    also: {
      [cloudEvents]: { type: 'array', items: { type: 'object', additionalProperties: true } },
      [lines]: { type: 'string' },
    },
    problems: [400, 404, 406, 503],
  })
  async list(
    @Param() { municipality }: MunicipalityParams,
    @Query() query: LogFilterQuery,
    @Req() { headers, url }: ParagrafRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<LogAnswer | readonly CloudEvent[] | StreamableFile> {
    const form = negotiate(headers.accept, ['application/json', cloudEvents, lines]);
    void reply.header('Vary', 'Accept');
    const options = optionsOf(query, municipality);
    const read = (change: Partial<ReadLogOptions> = {}) =>
      this.queries.execute(new LogQuery(municipality, { ...options, ...change }));
    if (form === lines) return this.streamed(query.limit, read);
    const page = await read();
    if (form !== cloudEvents) return page;
    const next = page.atEnd ? null : page.next;
    if (next !== null) void reply.header('Link', `<${nextOf(url, next)}>; rel="next"`);
    void reply.type(cloudEvents);
    return page.items.map(cloudEvent);
  }

  /** The first page is read before anything is answered, so that a question that is refused gets its problem. */
  private async streamed(
    limit: number | undefined,
    read: (change: Partial<ReadLogOptions>) => Promise<LogAnswer>,
  ): Promise<StreamableFile> {
    const first = await read({ limit: limit ?? streamedPage });
    const all = limit === undefined ? first : { ...first, atEnd: true };
    const more = (after: string) => read({ after, limit: streamedPage });
    return new StreamableFile(logLines(all, more), { type: lines });
  }
}

/** The same question from there on. */
function nextOf(url: string, after: string): string {
  const { pathname, searchParams } = new URL(url, 'http://localhost');
  searchParams.set('after', after);
  return `${pathname}?${searchParams.toString()}`;
}

function optionsOf(query: LogFilterQuery, tenant: string): ReadLogOptions {
  const { after, direction, limit = defaultLimit, type, actor, stream, streamPrefix, ...interval } = query;
  const filter: LogFilter = {
    ...interval,
    types: type?.split(','),
    actorId: actor,
    stream: ownStream('stream', stream, tenant),
    streamPrefix: ownStream('streamPrefix', streamPrefix, tenant),
  };
  return { after, direction, limit, filter };
}
