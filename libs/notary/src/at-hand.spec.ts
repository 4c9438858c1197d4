import { tenantsAtHand } from './at-hand.js';
import { nothingNotarised, type NotarisedLog } from './notarised-log.js';
import { defaultSettings } from './settings.js';

const now = new Date('2026-11-23T05:22:18.123Z');
const minutesAgo = (minutes: number) => now.getTime() - minutes * 60_000;

const signed: NotarisedLog = {
  ...nothingNotarised('alingsas'),
  size: 7,
  lastPosition: '7',
  lastLeaf: new Uint8Array(32),
  beforeLast: '6',
  signedSize: 7,
  signedAt: new Date(minutesAgo(10)),
};
const alarm = { code: 'log-truncated', facts: { index: 6, position: '7' } } as const;

const atHand = (head: string | null, log: NotarisedLog | null, lookedAt = minutesAgo(0.5)) =>
  tenantsAtHand(head === null ? [] : [{ tenant: 'alingsas', position: head }], log === null ? [] : [log], {
    now,
    settings: defaultSettings,
    lookedAt: () => lookedAt,
  }).length > 0;

describe('a municipality wants a look', () => {
  it.each<[string, Parameters<typeof atHand>, boolean]>([
    ['not where nothing has come', ['7', signed], false],
    ['where its log is new', ['1', null], true],
    ['where its log has grown', ['8', signed], true],
    ['where its log has shrunk', ['6', signed], true],
    ['where its log is gone', [null, signed], true],
    ['where it is to be signed', ['7', { ...signed, signedSize: 6 }], true],
    ['not where it is to be signed later', ['7', { ...signed, signedSize: 6, signedAt: now }], false],
    ['where it has had none for a while', ['7', signed, minutesAgo(1)], true],
    ['not where an alarm has stopped it', ['8', { ...signed, alarm }, 0], false],
  ])('%s', (_, of, wanted) => {
    expect(atHand(...of)).toBe(wanted);
  });
});
