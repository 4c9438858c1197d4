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
} from './index.js';

class NoteDto extends RestsOnDto {
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

let app: NestFastifyApplication;

beforeAll(async () => {
  app = await NestFactory.create<NestFastifyApplication>(NotesModule, paragrafFastify(), {
    bodyParser: false,
    logger: false,
  });
  prepareHttp(app);
  await app.init();
});

afterAll(() => app.close());

const notes = '/api/v1/alingsas/committees/SN/notes';
const cited = { citation: 'SN 2023-09-19 §46', text: 'Hej' };

async function post(payload: unknown, headers: Record<string, string> = {}, url = notes) {
  const isRaw = typeof payload === 'string' || Buffer.isBuffer(payload);
  const response = await app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/json', ...headers },
    payload: isRaw ? payload : JSON.stringify(payload),
  });
  return {
    status: response.statusCode,
    headers: response.headers,
    body: response.json<Record<string, unknown>>(),
  };
}

const seenBy = (body: Record<string, unknown>) =>
  (body as { warnings: { facts: Record<string, unknown> }[] }).warnings[0]?.facts;
const codes = (body: Record<string, unknown>) =>
  ((body['errors'] ?? []) as { pointer?: string; parameter?: string; header?: string; code: string }[]).map(
    ({ pointer, parameter, header, code }) => `${pointer ?? parameter ?? header} ${code}`,
  );

describe('a command that was recorded', () => {
  it('is answered with location, revision, position and warnings in words', async () => {
    const { status, headers, body } = await post(cited);

    expect(status).toBe(201);
    expect(headers).toMatchObject({ location: `${notes}/Hej`, etag: '"3"', 'paragraf-position': '17' });
    expect(body).toMatchObject({ stream: 'alingsas:notes-SN.2025', revision: 3, position: '17' });
    expect((body as { warnings: object[] }).warnings).toMatchObject([
      { code: 'note-seen', detail: 'Anteckningen är sedd.' },
    ]);
  });

  it('rests on the paragraph from its own date unless told otherwise', async () => {
    const own = await post(cited);
    const other = await post({ ...cited, effectiveOn: '2024-01-01' });

    expect(seenBy(own.body)?.['basis']).toEqual({
      kind: 'decision',
      citation: 'SN 2023-09-19, § 46',
      effectiveOn: '2023-09-19',
    });
    expect(seenBy(other.body)?.['basis']).toMatchObject({ effectiveOn: '2024-01-01' });
  });

  it('rests on a reason where the paragraph is not known', async () => {
    const { body } = await post({ uncited: { reason: 'Saknas', effectiveOn: '2023-01-01' }, text: 'x' });

    expect(seenBy(body)?.['basis']).toEqual({ kind: 'uncited', reason: 'Saknas', effectiveOn: '2023-01-01' });
  });

  it('carries who acts, what was expected and what it follows', async () => {
    const correlationId = 'd9428888-122b-41e1-b85c-61ce2ae36ad8';
    const { headers, body } = await post(cited, { 'if-match': '"7"', 'x-correlation-id': correlationId });

    expect(headers['x-correlation-id']).toBe(correlationId);
    expect(seenBy(body)?.['context']).toMatchObject({
      tenant: 'alingsas',
      actor: { id: 'a1' },
      expectedRevision: 7,
      correlationId,
      requestHash: null,
    });
  });

  it('is the same command under the same key, and told from another request by its hash', async () => {
    const key = { 'idempotency-key': 'abc' };
    const [first, retry, other, elsewhere] = await Promise.all([
      post(cited, key),
      post(cited, key),
      post({ ...cited, text: 'Annat' }, key),
      post(cited, key, notes.replace('/SN/', '/KF/')),
    ]);
    const contexts = [first, retry, other, elsewhere].map(
      ({ body }) => seenBy(body)?.['context'],
    ) as CommandContext[];

    expect(new Set(contexts.map(({ commandId }) => commandId)).size).toBe(1);
    expect(contexts[1]?.requestHash).toBe(contexts[0]?.requestHash);
    expect(new Set(contexts.map(({ requestHash }) => requestHash)).size).toBe(3);
  });

  it('takes Å in the address, composed or not, and answers a location that can be sent', async () => {
    const composed = await post(
      cited,
      {},
      encodeURI('/api/v1/alingsas/committees/ÅN/notes'.normalize('NFC')),
    );
    const decomposed = await post(
      cited,
      {},
      encodeURI('/api/v1/alingsas/committees/ÅN/notes'.normalize('NFD')),
    );

    expect(composed.headers.location).toBe('/api/v1/alingsas/committees/%C3%85N/notes/Hej');
    expect(decomposed.headers.location).toBe(composed.headers.location);
    expect(seenBy(decomposed.body)?.['committee']).toBe('ÅN'.normalize('NFC'));
  });
});

describe('a command that was refused', () => {
  it('is a problem with the facts', async () => {
    const { status, headers, body } = await post({ ...cited, text: 'refuse' });

    expect(status).toBe(409);
    expect(headers['content-type']).toContain('application/problem+json');
    expect(body).toEqual({
      type: 'urn:paragraf:problem:note-forbidden',
      title: 'Anteckningen får inte göras',
      status: 409,
      detail: 'Skriv något annat.',
      instance: notes,
      code: 'note-forbidden',
      facts: { text: 'refuse' },
    });
  });

  it('tells nothing of the inside when it crashes', async () => {
    const { status, body, headers } = await post({ ...cited, text: 'crash' });

    expect(status).toBe(500);
    expect(JSON.stringify(body)).not.toContain('secret');
    expect(body).toMatchObject({
      code: 'internal-error',
      facts: { correlationId: headers['x-correlation-id'] },
    });
  });
});

describe('a request with parts at fault', () => {
  it.each<[string, object, string[]]>([
    ['nothing at all', {}, ['#/citation missing-basis', '#/text missing-field']],
    [
      'two bases',
      { ...cited, uncited: { reason: 'x', effectiveOn: '2023-01-01' } },
      ['#/citation two-bases'],
    ],
    ['a citation that is none', { ...cited, citation: '10 kap. 8-9 §§' }, ['#/citation malformed-citation']],
    ['null for an optional field', { ...cited, effectiveOn: null }, ['#/effectiveOn malformed-date']],
    ['a date that does not exist', { ...cited, effectiveOn: '2023-02-30' }, ['#/effectiveOn malformed-date']],
    [
      'a date beside the reason',
      { uncited: { reason: 'x', effectiveOn: '2023-01-01' }, effectiveOn: '2023-01-01', text: 'x' },
      ['#/effectiveOn misplaced-effective-date'],
    ],
    [
      'a reason without a date',
      { uncited: { reason: 'x' }, text: 'x' },
      ['#/uncited/effectiveOn missing-field'],
    ],
    [
      'a list for an object',
      { uncited: [{ reason: 'x', effectiveOn: '2023-01-01' }], text: 'x' },
      ['#/uncited not-an-object'],
    ],
    ['unknown fields', { ...cited, txt: 1, 'a/b~': 2 }, ['#/txt unknown-field', '#/a~1b~0 unknown-field']],
    ['only white space', { ...cited, text: ' \t ' }, ['#/text malformed-text']],
    ['a control character', { ...cited, text: 'a\u0007' }, ['#/text malformed-text']],
    ['a text too long', { ...cited, text: 'x'.repeat(21) }, ['#/text text-too-long']],
    ['a number for a text', { ...cited, text: 7 }, ['#/text malformed-text']],
    ['no list', { ...cited, lines: {} }, ['#/lines not-a-list']],
    ['an empty list', { ...cited, lines: [] }, ['#/lines too-few-items']],
    ['a list of lists', { ...cited, lines: [[]] }, ['#/lines not-an-object']],
    ['a list of numbers', { ...cited, lines: [1] }, ['#/lines not-an-object']],
    [
      'lines at fault',
      {
        ...cited,
        lines: [
          { accountGroup: 'Staff', amountOre: 1.5 },
          { accountGroup: 'x', amountOre: 1e14 },
        ],
      },
      [
        '#/lines/0/accountGroup malformed-account-group',
        '#/lines/0/amountOre malformed-amount',
        '#/lines/1/amountOre amount-out-of-range',
      ],
    ],
    [
      'a list too long',
      { ...cited, lines: Array.from({ length: 4 }, () => ({ accountGroup: 'x', amountOre: 1 })) },
      ['#/lines too-many-items'],
    ],
  ])('is refused: %s', async (_, payload, expected) => {
    const { status, body } = await post(payload);

    expect(body['code']).toBe('invalid-request');
    expect(status).toBe(400);
    expect(codes(body).toSorted()).toEqual(expected.toSorted());
  });

  it.each<[string, Record<string, string>, string]>([
    ['an If-Match that is no revision', { 'if-match': '*' }, 'If-Match malformed-if-match'],
    ['a weak If-Match', { 'if-match': 'W/"1"' }, 'If-Match malformed-if-match'],
    ['an empty key', { 'idempotency-key': '' }, 'Idempotency-Key malformed-idempotency-key'],
    ['a key too long', { 'idempotency-key': 'k'.repeat(256) }, 'Idempotency-Key malformed-idempotency-key'],
    ['a key with a blank', { 'idempotency-key': 'a b' }, 'Idempotency-Key malformed-idempotency-key'],
  ])('is refused: %s', async (_, headers, expected) => {
    const { status, body } = await post(cited, headers);

    expect([status, ...codes(body)]).toEqual([400, expected]);
  });

  it.each<[string, string, string]>([
    ['a municipality', '/api/v1/Alingsas/committees/SN/notes', 'municipality malformed-municipality'],
    ['a committee', '/api/v1/alingsas/committees/sn/notes', 'committee malformed-committee-code'],
    ['a query on a command', `${notes}?asOf=2023-01-01`, 'asOf unknown-field'],
  ])('is refused: %s', async (_, url, expected) => {
    const { status, body } = await post(cited, {}, url);

    expect([status, ...codes(body)]).toEqual([400, expected]);
  });
});

describe('a body that is not what it says', () => {
  it.each<[string, string | Buffer, number, string]>([
    ['cut off', '{"text": ', 400, 'malformed-json'],
    ['a comment', '{"text": "x" /* no */}', 400, 'malformed-json'],
    ['a trailing comma', '{"text": "x",}', 400, 'malformed-json'],
    ['NaN', '{"text": NaN}', 400, 'malformed-json'],
    ['two values', '{} {}', 400, 'malformed-json'],
    ['invalid UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]), 400, 'invalid-utf8'],
    ['nested without end', '['.repeat(1_900), 400, 'json-too-deep'],
    ['too large', JSON.stringify({ text: 'x'.repeat(2_000) }), 413, 'body-too-large'],
    ['a list', '[]', 400, 'invalid-request'],
    ['null', 'null', 400, 'invalid-request'],
    ['empty', '', 400, 'invalid-request'],
  ])('is refused: %s', async (_, payload, status, code) => {
    const answered = await post(payload);

    expect([answered.status, answered.body['code']]).toEqual([status, code]);
  });

  it.each<[string, string, string]>([
    ['a key twice', '{"text": "x", "text": "y"}', '#/text duplicate-field'],
    ['a number too large', '{"lines": [{"amountOre": 1e400}]}', '#/lines/0/amountOre inexact-number'],
    [
      'a number too fine',
      '{"lines": [{"amountOre": 9007199254740993}]}',
      '#/lines/0/amountOre inexact-number',
    ],
    ['half a character', '{"text": "\\ud800"}', '#/text malformed-text'],
    ['a prototype', '{"__proto__": {"admin": true}}', '#/__proto__ unknown-field'],
  ])('is refused with its place: %s', async (_, payload, expected) => {
    const { status, body } = await post(payload);

    expect([status, ...codes(body)]).toEqual([400, expected]);
  });

  it.each<[string, Record<string, string>]>([
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['plain text', { 'content-type': 'text/plain' }],
    ['another character set', { 'content-type': 'application/json; charset=iso-8859-1' }],
    ['compressed', { 'content-encoding': 'gzip' }],
  ])('is refused by its type: %s', async (_, headers) => {
    const { status, body } = await post(cited, headers);

    expect([status, body['code']]).toEqual([415, 'unsupported-media-type']);
  });
});

describe('a question', () => {
  const budget = '/api/v1/alingsas/committees/SN/budgets/2025';
  const get = (url: string) => app.inject({ method: 'GET', url });

  it('is answered with the revision as its tag', async () => {
    const response = await get(`${budget}?asOf=2025-03-01&knownAt=2025-04-01T00:00:00.000Z&afterPosition=7`);

    expect(response.headers.etag).toBe('"4"');
    expect(response.json()).toMatchObject({
      committee: 'SN',
      year: 2025,
      asOf: '2025-03-01',
      afterPosition: '7',
    });
  });

  it('may be asked for its head only', async () => {
    const response = await app.inject({ method: 'HEAD', url: budget });

    expect([response.statusCode, response.body, response.headers.etag]).toEqual([200, '', '"4"']);
  });

  it.each<[string, string, string]>([
    ['a year in another form', '/02025', 'year malformed-fiscal-year'],
    ['a year with an exponent', '/2e3', 'year malformed-fiscal-year'],
    ['a date that is none', '/2025?asOf=yesterday', 'asOf malformed-date'],
    ['a date twice', '/2025?asOf=2025-01-01&asOf=2025-01-02', 'asOf repeated-parameter'],
    ['an unknown parameter', '/2025?as_of=2025-01-01', 'as_of unknown-field'],
    ['a position that is none', "/2025?afterPosition=';drop", 'afterPosition malformed-position'],
  ])('is refused: %s', async (_, rest, expected) => {
    const response = await get(`/api/v1/alingsas/committees/SN/budgets${rest}`);

    expect([response.statusCode, ...codes(response.json())]).toEqual([400, expected]);
  });

  it.each<[string, string, number, string]>([
    ['nothing there', budget.replace('2025', '1999'), 404, 'not-found'],
    ['no such route', '/api/v1/alingsas/nothing', 404, 'route-not-found'],
    ['a trailing slash', `${budget}/`, 404, 'route-not-found'],
    ['a broken escape', '/api/v1/%E0%A4%A/committees', 400, 'malformed-url'],
    ['a segment without end', `/api/v1/${'a'.repeat(600)}/committees/SN/budgets/2025`, 414, 'uri-too-long'],
    ['a view that lags', `${budget}?afterPosition=99`, 503, 'read-model-behind'],
    ['the wrong method', notes, 405, 'method-not-allowed'],
  ])('is refused as a problem: %s', async (_, url, status, code) => {
    const response = await get(url);

    expect([response.statusCode, response.json<{ code: string }>().code]).toEqual([status, code]);
    expect(response.headers['content-type']).toContain('application/problem+json');
  });

  it('says when to ask again, and which methods a path takes', async () => {
    expect((await get(`${budget}?afterPosition=99`)).headers['retry-after']).toBe('1');
    expect((await get(notes)).headers.allow).toBe('POST');
  });
});
