import { cited, faults, startNotesApp, type NotesApp } from '../testing/notes-app.http.js';

const notes = '/api/v1/alingsas/committees/SN/notes';
let app: NotesApp;

beforeAll(async () => {
  app = await startNotesApp();
});

afterAll(() => app.close());

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
    ['a personal identity number', { ...cited, text: 'Om 990913-9801' }, ['#/text personal-identity-number']],
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
    const answer = await app.post(payload);

    expect(answer.body['code']).toBe('invalid-request');
    expect(answer.status).toBe(400);
    expect(faults(answer).toSorted()).toEqual(expected.toSorted());
  });

  it.each<[string, Record<string, string>, string]>([
    ['an If-Match that is no revision', { 'if-match': '*' }, 'If-Match malformed-if-match'],
    ['a weak If-Match', { 'if-match': 'W/"1"' }, 'If-Match malformed-if-match'],
    ['an empty key', { 'idempotency-key': '' }, 'Idempotency-Key malformed-idempotency-key'],
    ['a key too long', { 'idempotency-key': 'k'.repeat(256) }, 'Idempotency-Key malformed-idempotency-key'],
    ['a key with a blank', { 'idempotency-key': 'a b' }, 'Idempotency-Key malformed-idempotency-key'],
  ])('is refused: %s', async (_, headers, expected) => {
    const answer = await app.post(cited, headers);

    expect([answer.status, ...faults(answer)]).toEqual([400, expected]);
  });

  it.each<[string, string, string]>([
    ['a municipality', '/api/v1/Alingsas/committees/SN/notes', 'municipality malformed-municipality'],
    ['a committee', '/api/v1/alingsas/committees/sn/notes', 'committee malformed-committee-code'],
    ['a query on a command', `${notes}?asOf=2023-01-01`, 'asOf unknown-field'],
  ])('is refused: %s', async (_, url, expected) => {
    const answer = await app.post(cited, {}, url);

    expect([answer.status, ...faults(answer)]).toEqual([400, expected]);
  });
});
