import { Body, Controller, Get, Module, Param, Post, Query } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { CommandContext, CommandOutcome } from '#libs/command';
import { ActorResolver, LocalActor } from '#libs/identity';
import { ReadModelBehindError } from '#libs/read-model';
import {
  Answers,
  AsOfQuery,
  basisOf,
  CommitteeParams,
  Context,
  FiscalYearParams,
  HttpModule,
  IsText,
  ListOf,
  OptionalField,
  paragrafFastify,
  prepareHttp,
  Records,
  RestsOnDto,
  StatementLineDto,
} from '../index.js';

export class NoteDto extends RestsOnDto {
  @IsText({ max: 20 })
  readonly text!: string;

  @OptionalField()
  @ListOf(() => StatementLineDto, { max: 3 })
  readonly lines?: StatementLineDto[];
}

const refusal = { code: 'note-forbidden', facts: { text: 'refuse' } } as const;

@Controller('api/v1/:municipality/committees/:committee')
class NotesHttp {
  @Post('notes')
  @Records<NoteDto>({
    status: 201,
    isChange: ({ warnings }) => warnings.some(({ facts }) => 'text' in facts && facts.text === 'change'),
    location: ({ municipality, committee }, { body }) =>
      `/api/v1/${municipality}/committees/${committee}/notes/${body.text}`,
  })
  note(
    @Param() { committee }: CommitteeParams,
    @Context() context: CommandContext,
    @Body() body: NoteDto,
  ): CommandOutcome<typeof refusal> {
    if (body.text === 'refuse') return { outcome: 'refused', rejection: refusal };
    if (body.text === 'crash') throw new Error('secret internals');
    const seen = { committee, context, basis: basisOf(body), text: body.text };
    return {
      outcome: 'recorded',
      stream: `${context.tenant}:notes-${committee}.2025`,
      revision: 3,
      position: '17',
      recordedAt: '2026-01-01T00:00:00.000Z',
      eventIds: [context.commandId],
      warnings: [{ code: 'note-seen', facts: seen }],
    };
  }

  @Get('budgets/:year')
  @Answers()
  budget(@Param() { committee, year }: FiscalYearParams, @Query() query: AsOfQuery): object | null {
    if (query.afterPosition === '99') throw new ReadModelBehindError('budget', '99');
    return year === 1999
      ? null
      : { committee, year, revision: 4, asOf: query.asOf, afterPosition: query.afterPosition };
  }
}

/** A small application on the shared HTTP parts alone; its warning tells what the handler was given. */
@Module({
  imports: [
    HttpModule.forRoot({
      problems: {
        'note-forbidden': {
          status: 409,
          title: 'Anteckningen får inte göras',
          detail: () => 'Skriv något annat.',
        },
      },
      warnings: { 'note-seen': { detail: () => 'Anteckningen är sedd.' } },
      maxBodyBytes: 2_000,
    }),
    {
      module: class IdentityModule {},
      global: true,
      providers: [
        {
          provide: ActorResolver,
          useValue: new LocalActor({ id: 'a1', role: 'controller', committee: null }),
        },
      ],
      exports: [ActorResolver],
    },
  ],
  controllers: [NotesHttp],
})
class NotesModule {}

const notes = '/api/v1/alingsas/committees/SN/notes';

interface Told {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface NotesApp {
  readonly get: (url: string, method?: 'GET' | 'HEAD') => Promise<Told>;
  readonly post: (payload: unknown, headers?: Record<string, string>, url?: string) => Promise<Told>;
  readonly close: () => Promise<void>;
}

export async function startNotesApp(): Promise<NotesApp> {
  const options = { bodyParser: false, logger: false } as const;
  const app = await NestFactory.create<NestFastifyApplication>(NotesModule, paragrafFastify(), options);
  prepareHttp(app);
  await app.init();
  const told = ({
    statusCode,
    headers,
    body,
  }: {
    statusCode: number;
    headers: Told['headers'];
    body: string;
  }): Told => ({
    status: statusCode,
    headers,
    body: body === '' ? {} : (JSON.parse(body) as Told['body']),
  });
  return {
    get: async (url, method = 'GET') => told(await app.inject({ method, url })),
    post: async (payload, headers = {}, url = notes) => {
      const isRaw = typeof payload === 'string' || Buffer.isBuffer(payload);
      return told(
        await app.inject({
          method: 'POST',
          url,
          headers: { 'content-type': 'application/json', ...headers },
          payload: isRaw ? payload : JSON.stringify(payload),
        }),
      );
    },
    close: () => app.close(),
  };
}

/** What the handler was given. */
export function seenBy({ body }: Told): Readonly<Record<string, unknown>> {
  return (body as { warnings: { facts: Record<string, unknown> }[] }).warnings[0]?.facts ?? {};
}

/** Place and code of every part at fault. */
export function faults({ body }: Told): string[] {
  const errors = (body['errors'] ?? []) as {
    pointer?: string;
    parameter?: string;
    header?: string;
    code: string;
  }[];
  return errors.map(({ pointer, parameter, header, code }) => `${pointer ?? parameter ?? header} ${code}`);
}

export const cited = { citation: 'SN 2023-09-19 §46', text: 'Hej' };
