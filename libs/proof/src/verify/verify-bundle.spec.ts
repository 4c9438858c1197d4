import {
  bundleBytes,
  bundleParts,
  logKey,
  notarised,
  otherKey,
  pieces,
  readModels,
  reseal,
  sampleLog,
  sampleOrigin,
  SampleLog,
  sampleVerifierKey,
  verified,
} from '../testing/index.js';
import { NoteError } from '../signed-note.js';
import { keyTypes, printVerifierKey, verifierKey, VerifierKeyError } from '../verifier-key.js';
import type { FailureCode } from './failure.js';
import { verifyBundle } from './verify-bundle.js';

describe('a bundle that nobody has meddled with', () => {
  it('holds, and what was checked is counted', async () => {
    const log = sampleLog();
    const verification = await verified(bundleParts(log, readModels));
    const { checkpoint } = notarised(log.events);
    expect(verification).toMatchObject({
      failure: null,
      municipality: 'alingsas',
      checkpoint: { origin: sampleOrigin, size: 6, note: checkpoint },
      since: null,
      checked: { events: 6, streams: 3, tiles: 1 },
      lastEvent: { place: 6, stream: 'alingsas:decisions-SN.2025', revision: 1 },
      erasures: [{ decision: 'KS 2025-04-01, § 14', effectiveOn: '2025-03-18' }],
      readModels: [
        { name: 'budgets', documents: 2, verdict: 'not-checked' },
        { name: 'decisions', documents: 0, verdict: 'not-checked' },
      ],
      warnings: [],
    });
  });

  it.each([1, 7, 511, 512, 513, 100_000])('holds in pieces of %d bytes', async (length) => {
    const bytes = await bundleBytes(bundleParts(sampleLog(), readModels));
    expect(await verifyBundle(pieces(bytes, length), { verifierKey: sampleVerifierKey })).toMatchObject({
      failure: null,
    });
  });

  it.each([0, 1, 255, 256, 257, 600])('holds with a log of %d events', async (events) => {
    const log = new SampleLog();
    for (let n = 0; n < events; n += 1) log.record({ stream: `budget-SN.${2000 + (n % 7)}` });
    const told: number[][] = [];
    const onProgress = (...progress: [number, number]) => void told.push(progress);
    const { failure, checked } = await verified(bundleParts(log), { onProgress });
    expect([failure, checked.events, checked.streams]).toEqual([null, events, Math.min(events, 7)]);
    expect(told.at(-1) ?? [0, 0]).toEqual([events, events]);
  });

  it('holds with tiles of a second level', async () => {
    const log = new SampleLog();
    for (let n = 0; n < 256 * 256 + 3; n += 1) log.record();
    const { failure, checked } = await verified(bundleParts(log));
    expect([failure, checked.events, checked.tiles]).toEqual([null, 65_539, 259]);
  });

  it('is the same to the byte whenever it is written', async () => {
    const write = () => bundleBytes(bundleParts(sampleLog(), readModels));
    expect((await write()).equals(await write())).toBe(true);
  });

  it('tells where a decision to erase was not carried out', async () => {
    const log = sampleLog();
    log.decideToErase([1, 3]);
    expect(await verified(bundleParts(log))).toMatchObject({
      failure: null,
      erasures: [{}, {}, {}],
      warnings: [
        { code: 'erasure-not-carried-out', facts: { place: 1, stream: 'alingsas:decisions-SN.2025' } },
        { code: 'erasure-not-carried-out', facts: { place: 3, revision: 1 } },
      ],
    });
  });

  it('tells where time went back along the log', async () => {
    const log = sampleLog();
    log.record({ recordedAt: '2025-01-01T00:00:00.000Z' });
    log.record({ recordedAt: '2024-01-01T00:00:00.000Z' });
    expect(await verified(bundleParts(log))).toMatchObject({
      failure: null,
      warnings: [
        {
          code: 'recorded-before-the-previous',
          facts: { place: 7, previous: '2025-03-19T00:00:06.000Z', count: 2 },
        },
      ],
    });
  });

  it('tells where the last event was recorded later than now', async () => {
    const parts = bundleParts(sampleLog());
    const late = await verified(parts, { now: '2025-03-19T00:00:06.000Z' });
    expect(late.warnings).toEqual([]);
    const now = '2025-03-19T00:00:05.999Z';
    expect(await verified(bundleParts(sampleLog()), { now })).toMatchObject({
      failure: null,
      warnings: [{ code: 'recorded-in-the-future', facts: { place: 6, now } }],
    });
  });
});

describe('an earlier checkpoint', () => {
  const earlier = (events: number) => notarised(sampleLog().events.slice(0, events)).checkpoint;

  it.each([0, 1, 4, 5, 6])('of %d events is continued', async (events) => {
    const since = earlier(events);
    expect(await verified(bundleParts(sampleLog()), { since })).toMatchObject({
      failure: null,
      since: events,
    });
  });

  it('tells that the whole history was written anew', async () => {
    const rewrite = new SampleLog();
    for (let n = 0; n < 6; n += 1) rewrite.record({ data: { amountOre: n } });
    expect((await verified(bundleParts(rewrite))).failure).toBeNull();
    expect((await verified(bundleParts(rewrite), { since: earlier(4) })).failure).toMatchObject({
      code: 'history-rewritten',
      facts: { before: 4 },
    });
  });

  it('tells that the log has become shorter', async () => {
    const log = sampleLog();
    log.events.pop();
    expect((await verified(bundleParts(log), { since: earlier(6) })).failure).toEqual({
      code: 'log-shorter-than-before',
      facts: { size: 5, before: 6 },
    });
  });

  it('tells that two histories are shown', async () => {
    const log = sampleLog();
    reseal(log, 6, { type: 'DecisionCorrected' });
    expect((await verified(bundleParts(log), { since: earlier(6) })).failure).toMatchObject({
      code: 'split-view',
    });
  });

  it.each<[string, string, string]>([
    ['that is none', 'paragraf.local/alingsas\n6\n', 'malformed'],
    ['of another log', notarised([], { origin: 'paragraf.local/lerum' }).checkpoint, 'not-signed'],
    ['that another key has signed', notarised([], { key: otherKey }).checkpoint, 'not-signed'],
  ])('%s is refused before anything is read', async (_, since, failure) => {
    await expect(verified(bundleParts(sampleLog()), { since })).rejects.toMatchObject({ failure });
    await expect(verified(bundleParts(sampleLog()), { since })).rejects.toThrow(NoteError);
  });
});

describe('the key', () => {
  const keyOf = (origin: string, key = logKey) =>
    printVerifierKey(verifierKey(origin, keyTypes.ed25519, key));

  it('is refused where it is none', async () => {
    await expect(verified(bundleParts(sampleLog()), { verifierKey: 'x' })).rejects.toThrow(VerifierKeyError);
  });

  it.each<[string, FailureCode, string]>([
    ['of another log', 'bundle-of-another-log', keyOf('paragraf.local/lerum')],
    ['of another installation', 'bundle-of-another-log', keyOf('example.se/alingsas')],
    ['that is another', 'checkpoint-not-signed', keyOf(sampleOrigin, otherKey)],
  ])('%s: %s', async (_, code, key) => {
    expect((await verified(bundleParts(sampleLog()), { verifierKey: key })).failure).toMatchObject({ code });
  });
});
