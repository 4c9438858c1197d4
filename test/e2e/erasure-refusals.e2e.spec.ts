import { startApi, type TestApi } from '../support/api.js';
import {
  citation,
  erasurePath,
  municipalityPath,
  recordErasableYear,
  type Secrets,
} from '../support/erasable-year.js';
import type { Erasures } from '../support/erasing.js';

const reason = 'Uppgifter om enskilda hade registrerats av misstag.';
let api: TestApi;
let secrets: Secrets;

beforeAll(async () => {
  api = await startApi();
  secrets = await recordErasableYear(api);
});
afterAll(() => api.close());

interface Logged {
  readonly record: { readonly id: string; readonly erased?: true };
}
const log = async (query = '') =>
  (await api.get<{ items: readonly Logged[] }>(encodeURI(`${municipalityPath}/events?limit=100${query}`)))
    .body.items;
const erase = (events: readonly string[]) => api.post(erasurePath, { citation, events, reason });
const idsOf = async (stream: string, type: string) =>
  (await log(`&stream=${stream}&type=${type}`)).map(({ record }) => record.id);

describe('what cannot be erased', () => {
  const unknown = '00000000-0000-4000-8000-00000000dead';

  it.each([
    ['no list', { events: undefined }, 'events', 'missing-field'],
    ['no events', { events: [] }, 'events', 'too-few-items'],
    ['what is no id', { events: ['SN 2023-09-19'] }, 'events', 'malformed-value'],
    ['an event twice', { events: [unknown, unknown] }, 'events', 'repeated-item'],
    ['no paragraph', { citation: undefined }, 'citation', 'missing-field'],
    ['what is no paragraph', { citation: '10 kap. 8-9 §§' }, 'citation', 'malformed-citation'],
    ['no reason', { reason: ' ' }, 'reason', 'malformed-text'],
    ['somebody in the reason', { reason: 'Om 640823-3234' }, 'reason', 'personal-identity-number'],
    ['anything else', { asOf: '2026-01-20' }, 'asOf', 'unknown-field'],
  ])('is refused for %s', async (_, change, field, code) => {
    const answer = await api.post(erasurePath, { citation, events: [unknown], reason, ...change });
    expect(answer).toMatchObject({
      status: 400,
      body: { code: 'invalid-request', errors: [{ pointer: `#/${field}`, code }] },
    });
  });

  it('is more than a thousand at once', async () => {
    const many = Array.from({ length: 1_001 }, (_, n) =>
      unknown.replace('dead', n.toString(16).padStart(4, '0')),
    );
    expect(await erase(many)).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '#/events', code: 'too-many-items' }] },
    });
  });

  it('is what rests on a paragraph that nobody has registered', async () => {
    const body = { citation: 'SN 2026-01-20, § 4', events: [secrets.report], reason };
    expect(await api.post(erasurePath, body)).toMatchObject({
      status: 422,
      body: { code: 'citation-not-registered' },
    });
  });

  it('is what the log does not have, or another municipality has', async () => {
    await api.record('/api/v1/lerum/committees', { code: 'SN', name: 'Nämnden', validFrom: '2019-01-01' });
    const { body } = await api.get<{ items: readonly Logged[] }>('/api/v1/lerum/events');
    const elsewhere = body.items[0]!.record.id;
    expect(await erase([secrets.report, unknown, elsewhere])).toMatchObject({
      status: 422,
      body: { code: 'erased-events-unknown', facts: { eventIds: [unknown, elsewhere] } },
    });
  });

  it('is the committee, or the paragraph that the erasure rests on', async () => {
    const [established] = await idsOf('organisation-SN.committee', 'CommitteeEstablished');
    expect(await erase([established!])).toMatchObject({
      status: 422,
      body: { code: 'event-kept', facts: { eventId: established, type: 'CommitteeEstablished' } },
    });
    const [ground] = await idsOf('decisions-SN.2026', 'DecisionRegistered');
    expect(await erase([ground!])).toMatchObject({
      status: 422,
      body: { code: 'erasure-of-its-own-ground', facts: { citation } },
    });
  });

  it('is what later facts build on, unless they go with it', async () => {
    const [calendar] = await idsOf('followUp-SN.2025', 'FollowUpCalendarSet');
    expect(await erase([calendar!])).toMatchObject({
      status: 409,
      body: {
        code: 'erasure-breaks-history',
        facts: {
          eventId: secrets.forecast,
          stream: 'alingsas:followUp-SN.2025',
          revision: 1,
          type: 'ForecastSubmitted',
          readModel: null,
        },
        detail: expect.stringContaining(secrets.forecast),
      },
    });
    const plan = [...(await idsOf('actionPlan-SN.2024-09-17.42', 'ActionPlanAdopted')), secrets.report];
    expect(await erase(plan)).toMatchObject({ status: 409, body: { facts: { revision: 2 } } });
  });

  it('changes nothing', async () => {
    expect(await log('&stream=audit.erasures')).toEqual([]);
    expect((await log()).some(({ record }) => record.erased)).toBe(false);
    expect((await api.get<Erasures>(erasurePath)).body).toEqual({ items: [], next: null, revision: -1 });
  });
});
