import { newNotaryKey } from '#libs/notary';
import {
  consistencyHolds,
  decodeBase64,
  hashAtFromTiles,
  hashCount,
  inclusionHolds,
  inclusionProof,
  leafHash,
  openCheckpoint,
  parseEntryBundle,
  parseVerifierKey,
  rootAt,
  tilePath,
  tilesOf,
  verifyReceipt,
  type Hash,
  type Tile,
} from '#libs/proof';
import pg from 'pg';
import { startApi, type Answered, type TestApi } from '../support/api.js';

const alingsas = '/api/v1/alingsas';
const audit = `${alingsas}/audit`;
const vara = '/api/v1/vara/audit';
const notary = {
  run: true,
  key: newNotaryKey(),
  keyFile: null,
  origin: 'paragraf.alingsas.se',
  witnesses: [],
};
let api: TestApi;

beforeAll(async () => {
  api = await startApi({ listen: true, config: { notary } });
});

afterAll(() => api.close());

/** Establishes a committee; answers the event's id. */
async function record(code: string, municipality = alingsas): Promise<string> {
  const body = { code, name: `Nämnden ${code}`, validFrom: '2019-01-01' };
  const answer = await api.post<{ eventIds: string[] }>(`${municipality}/committees`, body);
  return answer.body.eventIds[0] ?? '';
}

const fetched = async (path: string) => fetch(`${api.url}${audit}/${path}`);
const textOf = async (path: string) => (await fetched(path)).text();
const bytesOf = async (path: string) => new Uint8Array(await (await fetched(path)).arrayBuffer());
/** As an auditor has it, from elsewhere. */
const key = async () => parseVerifierKey((await textOf('key')).trim());
const checkpointOf = async (query = '') => openCheckpoint(await textOf(`checkpoint${query}`), await key());
const hashesOf = (answer: { hashes: readonly string[] }): Hash[] =>
  answer.hashes.map((hash) => decodeBase64(hash) ?? new Uint8Array());

/** The notary works beside the server. */
async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 20));
}

/** Resolves when a checkpoint covers so many events. */
const signed = (size: number) =>
  until(async () => (await fetched('checkpoint')).ok && (await checkpointOf()).size >= size);

describe('an auditor who trusts nothing but the key', () => {
  const ids: string[] = [];

  beforeAll(async () => {
    ids.push(await record('SN'));
    await signed(1);
    for (let n = 0; n < 300; n += 1) ids.push(await record(`N${n}`));
    await signed(257);
  }, 120_000);

  it('computes the root from the entries, and finds it signed', async () => {
    const { size, root } = await checkpointOf();
    const leaves: Hash[] = [];
    for (let index = 0; index * 256 < size; index += 1) {
      const width = Math.min(256, size - index * 256);
      const bundle = await bytesOf(tilePath({ level: 'entries', index, width }));
      leaves.push(...parseEntryBundle(width, bundle).map((entry) => leafHash(entry)));
    }
    const contents = new Map<string, Uint8Array>();
    for (const tile of tilesOf(size)) contents.set(tilePath(tile), await bytesOf(tilePath(tile)));
    const hashAt = hashAtFromTiles(size, (tile) => contents.get(tilePath(tile)) ?? new Uint8Array());

    expect(hashCount(size, 0)).toBe(leaves.length);
    expect(leaves.every((leaf, index) => Buffer.from(hashAt(0, index)).equals(leaf))).toBe(true);
    expect(Buffer.from(rootAt(size, hashAt))).toEqual(Buffer.from(root));
  });

  it('makes the proof of inclusion of the tiles, or takes the one that is served', async () => {
    const checkpoint = await checkpointOf();
    const { body: answer } = await api.get<{ envelope: string; index: number; hashes: string[] }>(
      `${audit}/inclusion?event=${ids[7]}&size=${checkpoint.size}`,
    );
    const leaf = leafHash(answer.envelope);
    expect(JSON.parse(answer.envelope)).toMatchObject({ id: ids[7] });
    expect(inclusionHolds(leaf, answer.index, checkpoint, hashesOf(answer))).toBe(true);
    expect(inclusionHolds(leaf, answer.index + 1, checkpoint, hashesOf(answer))).toBe(false);

    const contents = new Map<string, Uint8Array>();
    for (const tile of tilesOf(checkpoint.size)) {
      contents.set(tilePath(tile), await bytesOf(tilePath(tile)));
    }
    const read = (tile: Tile) => contents.get(tilePath(tile)) ?? new Uint8Array();
    const proof = inclusionProof(answer.index, checkpoint.size, hashAtFromTiles(checkpoint.size, read));
    expect(proof.map((hash) => Buffer.from(hash))).toEqual(hashesOf(answer).map((hash) => Buffer.from(hash)));
  });

  it('sees that the log has only grown since an earlier checkpoint', async () => {
    const [earlier, later] = [await checkpointOf('?size=1'), await checkpointOf()];
    const { body: answer } = await api.get<{ from: number; to: number; hashes: string[] }>(
      `${audit}/consistency?from=1&to=${later.size}`,
    );
    expect([answer.from, answer.to]).toEqual([1, later.size]);
    expect(consistencyHolds(earlier, later, hashesOf(answer))).toBe(true);
    expect(consistencyHolds({ ...earlier, root: new Uint8Array(32) }, later, hashesOf(answer))).toBe(false);
    expect((await api.get(`${audit}/consistency?from=1`)).body).toEqual(answer);
  });

  it('gets a receipt of an event that proves it alone', async () => {
    const path = `${audit}/inclusion?event=${ids[0]}`;
    const { text, headers } = await api.get(path, { accept: 'text/plain' });
    expect(headers).toMatchObject({ 'content-type': 'text/plain; charset=utf-8', vary: 'Accept' });
    const receipt = verifyReceipt(text, await key());
    expect(receipt.envelope).toMatchObject({ id: ids[0], type: 'CommitteeEstablished' });
    expect(JSON.parse(receipt.event.content ?? '')).toMatchObject({ data: { code: 'SN' } });
  });

  it('lists the checkpoints, a page at a time', async () => {
    interface Page {
      readonly items: readonly { readonly size: number; readonly root: string; readonly note: string }[];
      readonly next: string | null;
    }
    const page = async (query: string) => (await api.get<Page>(`${audit}/checkpoints?${query}`)).body;
    const { items } = await page('limit=1000');
    const first = await page('limit=1');
    const rest = await page(`limit=1000&after=${first.next}`);
    expect([...first.items, ...rest.items]).toEqual(items);
    expect([items.at(-1)?.size, rest.next]).toEqual([1, null]);
    for (const { size, root, note } of items) {
      const checkpoint = openCheckpoint(note, await key());
      expect(checkpoint.size).toBe(size);
      expect(Buffer.from(checkpoint.root).toString('base64')).toBe(root);
    }
  });

  it('may keep what never changes, and nothing else', async () => {
    const cached = async (path: string) => (await fetched(path)).headers.get('cache-control');
    const types = async (path: string) => (await fetched(path)).headers.get('content-type');
    expect(await cached('tile/0/000')).toBe('max-age=31536000, immutable');
    expect(await cached('tile/entries/000')).toBe('max-age=31536000, immutable');
    expect(await cached('tile/0/009')).toBeNull();
    expect(await cached('checkpoint')).toBe('no-cache');
    expect(await types('tile/0/000.p/3')).toBe('application/octet-stream');
    expect(await types('checkpoint')).toBe('text/plain; charset=utf-8');
    expect(await textOf('checkpoint')).toMatch(
      /^paragraf\.alingsas\.se\/alingsas\n\d+\n[^\n]{44}\n\n— paragraf\.alingsas\.se\/alingsas [^\n]+\n$/,
    );
  });
});

describe('what is asked in vain', () => {
  const id = '00000000-0000-4000-8000-000000000000';

  it.each<[string, number, string, string]>([
    ['audit/checkpoint?size=0', 400, 'size', 'number-out-of-range'],
    ['audit/checkpoint?size=two', 400, 'size', 'malformed-number'],
    ['audit/checkpoints?limit=0', 400, 'limit', 'number-out-of-range'],
    ['audit/inclusion', 400, 'event', 'missing-field'],
    ['audit/inclusion?event=7', 400, 'event', 'malformed-value'],
    ['audit/consistency?to=1', 400, 'from', 'missing-field'],
    ['audit/tile/0/0', 400, 'path', 'malformed-value'],
    ['audit/tile/0/000.p/256', 400, 'path', 'malformed-value'],
    ['audit/tile/64/000', 400, 'path', 'malformed-value'],
    ['audit/tile/entries/', 400, 'path', 'malformed-value'],
  ])('is refused where it is malformed: %s', async (path, status, parameter, code) => {
    expect(await api.get(`${alingsas}/${path}`)).toMatchObject({
      status,
      body: { code: 'invalid-request', errors: [{ parameter, code }] },
    });
  });

  it.each<[string, number, string]>([
    [`${vara}/inclusion?event=${id}`, 404, 'not-found'],
    [`${vara}/tile/0/000.p/255`, 404, 'not-found'],
    [`${vara}/tile/5/000.p/1`, 404, 'not-found'],
    [`${vara}/tile/entries/001`, 404, 'not-found'],
    [`${vara}/checkpoint?size=999999`, 404, 'not-notarised-yet'],
    [`${vara}/consistency?from=1&to=999999`, 404, 'not-notarised-yet'],
    [`${vara}/consistency?from=2&to=1`, 422, 'sizes-out-of-order'],
    ['/api/v1/lerum/audit/checkpoint', 404, 'not-found'],
    ['/api/v1/lerum/audit/consistency?from=1', 404, 'not-found'],
    ['/api/v1/lerum/audit/tile/0/000.p/1', 404, 'not-found'],
  ])('is told in Swedish: %s', async (path, status, code) => {
    expect(await api.get(path)).toMatchObject({
      status,
      body: { code, detail: expect.stringMatching(/[åäö]/) },
    });
  });

  beforeAll(async () => {
    await record('SN', '/api/v1/vara');
    await until(async () => (await api.get(`${vara}/checkpoint`)).status === 200);
  });

  it('is an event that no checkpoint covers yet', async () => {
    const later = await record('KF', '/api/v1/vara');
    const answer = await api.get(`${vara}/inclusion?event=${later}`);
    expect(answer).toMatchObject({
      status: 404,
      body: { code: 'not-notarised-yet', facts: { signedSize: 1, alarmed: false } },
    });
    expect(String(answer.body['detail'])).toContain('skrivit under 1 av dem');
  });
});

describe('a log that was changed behind the notary', () => {
  const lerum = '/api/v1/lerum';

  beforeAll(async () => {
    await record('SN', lerum);
    await until(async () => (await api.get(`${lerum}/audit/checkpoint`)).status === 200);
    const client = new pg.Client({ connectionString: api.databaseUrl });
    await client.connect();
    await client.query('ALTER TABLE event_store.event DISABLE TRIGGER ALL');
    await client.query(
      `UPDATE event_store.event SET envelope = replace(envelope, '2019-01-01', '2018-01-01') WHERE tenant_id = 'lerum'`,
    );
    await client.query('ALTER TABLE event_store.event ENABLE TRIGGER ALL');
    await client.end();
    await record('KF', lerum);
  });

  it('raises an alarm that is seen, takes nothing out of service, and stops nobody else', async () => {
    const ready = async () => {
      const { status, body } = await api.get<{ details: { notary: { status: string } } }>('/health/ready');
      return { status, notary: body.details.notary };
    };
    await until(async () => (await ready()).notary.status === 'down');
    const alarm = { municipality: 'lerum', code: 'log-rewritten', since: expect.any(String) };
    expect(await ready()).toMatchObject({ status: 200, notary: { state: 'on', alarms: [alarm] } });
    const { text } = await api.get('/metrics');
    expect(text).toMatch(/^paragraf_notary_alarm\{municipality="lerum"\} 1$/m);
    expect(text).toMatch(/^paragraf_notary_alarm\{municipality="alingsas"\} 0$/m);
    expect(text).toMatch(/^paragraf_notary_signed_size\{municipality="lerum"\} 1$/m);
    expect(text).toMatch(/^paragraf_notary_lag_events\{municipality="lerum"\} 1$/m);
    expect(await api.get(`${lerum}/audit/tile/entries/000.p/1`)).toMatchObject({
      status: 409,
      body: { code: 'log-altered', facts: { index: 0 } },
    });
    expect((await api.get(`${lerum}/audit/checkpoint`)).status).toBe(200);
  });
});

describe('a server without a key', () => {
  let keyless: TestApi;
  beforeAll(async () => {
    keyless = await startApi();
    await keyless.record(`${alingsas}/committees`, { code: 'SN', name: 'SN', validFrom: '2019-01-01' });
  });
  afterAll(() => keyless.close());

  it.each(['checkpoint', 'key', 'consistency?from=1'])('says so: %s', async (path) => {
    expect(await keyless.get(`${audit}/${path}`)).toMatchObject({
      status: 409,
      body: { code: 'notary-without-key', detail: expect.stringContaining('PARAGRAF_NOTARY_KEY') },
    });
  });

  it('is ready all the same', async () => {
    const { body } = await keyless.get<{ details: Answered }>('/health/ready');
    expect(body.details['notary']).toMatchObject({ status: 'down', state: 'without-key', unsigned: 1 });
  });
});
