import type { CommandContext } from '#libs/command';
import { cited, seenBy, startNotesApp, type NotesApp } from '../testing/notes-app.http.js';

const notes = '/api/v1/alingsas/committees/SN/notes';
let app: NotesApp;

beforeAll(async () => {
  app = await startNotesApp();
});

afterAll(() => app.close());

describe('a command that was recorded', () => {
  it('is answered with location, revision, position and warnings in words', async () => {
    const { status, headers, body } = await app.post(cited);

    expect(status).toBe(201);
    expect(headers).toMatchObject({ location: `${notes}/Hej`, etag: '"3"', 'paragraf-position': '17' });
    expect(body).toMatchObject({ stream: 'alingsas:notes-SN.2025', revision: 3, position: '17' });
    expect((body as { warnings: object[] }).warnings).toMatchObject([
      { code: 'note-seen', detail: 'Anteckningen är sedd.' },
    ]);
  });

  it('is answered with 200 where it changed what was there', async () => {
    const { status, body } = await app.post({ ...cited, text: 'change' });

    expect(status).toBe(200);
    expect(body).toMatchObject({ revision: 3 });
  });

  it('rests on the paragraph from its own date unless told otherwise', async () => {
    const own = await app.post(cited);
    const other = await app.post({ ...cited, effectiveOn: '2024-01-01' });

    expect(seenBy(own)['basis']).toEqual({
      kind: 'decision',
      citation: 'SN 2023-09-19, § 46',
      effectiveOn: '2023-09-19',
    });
    expect(seenBy(other)['basis']).toMatchObject({ effectiveOn: '2024-01-01' });
  });

  it('rests on a reason where the paragraph is not known', async () => {
    const answer = await app.post({ uncited: { reason: 'Saknas', effectiveOn: '2023-01-01' }, text: 'x' });

    expect(seenBy(answer)['basis']).toEqual({ kind: 'uncited', reason: 'Saknas', effectiveOn: '2023-01-01' });
  });

  it('carries who acts, what was expected and what it follows', async () => {
    const correlationId = 'd9428888-122b-41e1-b85c-61ce2ae36ad8';
    const answer = await app.post(cited, { 'if-match': '"7"', 'x-correlation-id': correlationId });

    expect(answer.headers['x-correlation-id']).toBe(correlationId);
    expect(seenBy(answer)['context']).toMatchObject({
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
      app.post(cited, key),
      app.post(cited, key),
      app.post({ ...cited, text: 'Annat' }, key),
      app.post(cited, key, notes.replace('/SN/', '/KF/')),
    ]);
    const contexts = [first, retry, other, elsewhere].map(
      (answer) => seenBy(answer)['context'],
    ) as CommandContext[];

    expect(new Set(contexts.map(({ commandId }) => commandId)).size).toBe(1);
    expect(contexts[1]?.requestHash).toBe(contexts[0]?.requestHash);
    expect(new Set(contexts.map(({ requestHash }) => requestHash)).size).toBe(3);
  });

  it('takes Å in the address, composed or not, and answers a location that can be sent', async () => {
    const composed = await app.post(
      cited,
      {},
      encodeURI('/api/v1/alingsas/committees/ÅN/notes'.normalize('NFC')),
    );
    const decomposed = await app.post(
      cited,
      {},
      encodeURI('/api/v1/alingsas/committees/ÅN/notes'.normalize('NFD')),
    );

    expect(composed.headers['location']).toBe('/api/v1/alingsas/committees/%C3%85N/notes/Hej');
    expect(decomposed.headers['location']).toBe(composed.headers['location']);
    expect(seenBy(decomposed)['committee']).toBe('ÅN'.normalize('NFC'));
  });
});

describe('a command that was refused', () => {
  it('is a problem with the facts', async () => {
    const { status, headers, body } = await app.post({ ...cited, text: 'refuse' });

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
    const { status, body, headers } = await app.post({ ...cited, text: 'crash' });

    expect(status).toBe(500);
    expect(JSON.stringify(body)).not.toContain('secret');
    expect(body).toMatchObject({
      code: 'internal-error',
      facts: { correlationId: headers['x-correlation-id'] },
    });
  });
});
