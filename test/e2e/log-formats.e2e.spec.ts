import { text } from 'node:stream/consumers';
import { EventStore } from '#libs/event-store';
import { startApi, type TestApi } from '../support/api.js';
import {
  citation,
  erasurePath,
  municipalityPath,
  recordErasableYear,
  secret,
  type Secrets,
} from '../support/erasable-year.js';

const cloudEvents = 'application/cloudevents-batch+json';
const lines = 'application/x-ndjson';
const path = `${municipalityPath}/events`;
let api: TestApi;
let secrets: Secrets;
let url: string;

beforeAll(async () => {
  api = await startApi();
  secrets = await recordErasableYear(api);
  await api.record(erasurePath, { citation, reason: 'Uppgift om enskild', events: [secrets.forecast] });
  await api.app.listen(0, '127.0.0.1');
  url = await api.app.getUrl();
}, 60_000);
afterAll(() => api.close());

const ask = (query: string, accept?: string) =>
  fetch(`${url}${path}${query}`, { headers: accept === undefined ? {} : { accept } });

interface Told {
  readonly id: string;
  readonly [attribute: string]: unknown;
}

/** All of the log as the port has it. */
async function logged() {
  const { events } = await api.app.get(EventStore).readLog('alingsas', { limit: 1_000 });
  return events.map(({ record }) => record.id);
}

describe('the log as CloudEvents', () => {
  it('is a page like the other, with the way to the next one', async () => {
    const seen: Told[] = [];
    for (let next: string | undefined = '?limit=7&streamPrefix=budget-SN.'; next !== undefined;) {
      const answer: Response = await ask(next, cloudEvents);
      expect(answer.headers.get('content-type')).toMatch(/^application\/cloudevents-batch\+json(;|$)/);
      expect(answer.headers.get('vary')).toContain('Accept');
      seen.push(...((await answer.json()) as Told[]));
      next = /^<\/api\/v1\/alingsas\/events(\?.*)>; rel="next"$/.exec(answer.headers.get('link') ?? '')?.[1];
    }
    const { events } = await api.app
      .get(EventStore)
      .readLog('alingsas', { limit: 1_000, filter: { streamPrefix: 'budget-SN.' } });
    expect(seen.map(({ id }) => id)).toEqual(events.map(({ record }) => record.id));
  });

  it('has attributes as the specification wants them, of every event', async () => {
    const events = (await (await ask('?limit=1000', cloudEvents)).json()) as Told[];
    expect(events.map(({ id }) => id)).toEqual(await logged());
    for (const { data, ...attributes } of events) {
      for (const [name, value] of Object.entries(attributes)) {
        expect(name).toMatch(/^[a-z0-9]{1,20}$/);
        // Strings, integers of 32 bits and booleans are all that an attribute can be.
        expect(typeof value === 'string' ? value !== '' : Number.isInteger(value)).toBe(true);
      }
      expect(attributes).toMatchObject({
        specversion: '1.0',
        source: path,
        time: expect.stringMatching(/Z$/),
      });
      expect(data === undefined).toBe(attributes['erasedby'] !== undefined);
    }
  });

  it('says of an erased event by which paragraph it went', async () => {
    const body = await (await ask('?limit=1000', cloudEvents)).text();
    const erased = (JSON.parse(body) as Told[]).find(({ id }) => id === secrets.forecast);
    expect(erased).toMatchObject({ erasedunder: citation, type: 'paragraf.followUp.ForecastSubmitted.v1' });
  });
});

describe('the log as lines', () => {
  it('is all of it, an event a line, just as the page has it', async () => {
    const answer = await ask('', lines);
    expect(answer.headers.get('content-type')).toBe(lines);
    const given = (await answer.text())
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown);
    const page = (await (await ask('?limit=1000')).json()) as { items: unknown[] };
    expect(given).toEqual(page.items);
    expect(
      JSON.stringify(given.find((event) => (event as { record: Told }).record.id === secrets.forecast)),
    ).not.toContain(secret);
  });

  it('is so many of those that qualify where somebody says how many', async () => {
    const given = await (await ask('?limit=2&type=BudgetReallocated', lines)).text();
    expect(
      given
        .trimEnd()
        .split('\n')
        .map((line) => (JSON.parse(line) as { type: string }).type),
    ).toEqual(['BudgetReallocated', 'BudgetReallocated']);
  });

  it('is refused like the page where the question is no good', async () => {
    const answer = await ask('?after=nowhere', lines);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      400,
      expect.stringContaining('application/problem+json'),
    ]);
  });

  it('is left by a client that has seen enough, and the server goes on', async () => {
    const leaving = new AbortController();
    const answer = await fetch(`${url}${path}`, { headers: { accept: lines }, signal: leaving.signal });
    leaving.abort();
    await expect(text(answer.body!)).rejects.toThrow();
    expect((await ask('?limit=1')).status).toBe(200);
  });
});

it('what there is not is answered with what there is', async () => {
  const answer = await ask('', 'text/csv');
  expect(answer.status).toBe(406);
  expect(await answer.json()).toMatchObject({
    code: 'not-acceptable',
    facts: { accept: 'text/csv', offered: ['application/json', cloudEvents, lines] },
  });
});
