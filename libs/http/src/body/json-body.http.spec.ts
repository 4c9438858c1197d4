import { cited, faults, startNotesApp, type NotesApp } from '../testing/notes-app.http.js';

let app: NotesApp;

beforeAll(async () => {
  app = await startNotesApp();
});

afterAll(() => app.close());

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
    const answer = await app.post(payload);

    expect([answer.status, answer.body['code']]).toEqual([status, code]);
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
    const answer = await app.post(payload);

    expect([answer.status, ...faults(answer)]).toEqual([400, expected]);
  });

  it.each<[string, Record<string, string>]>([
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['plain text', { 'content-type': 'text/plain' }],
    ['another character set', { 'content-type': 'application/json; charset=iso-8859-1' }],
    ['compressed', { 'content-encoding': 'gzip' }],
  ])('is refused by its type: %s', async (_, headers) => {
    const answer = await app.post(cited, headers);

    expect([answer.status, answer.body['code']]).toEqual([415, 'unsupported-media-type']);
  });
});
