import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import fc from 'fast-check';
import { checkpointIn } from '../../libs/witness/src/evidence.js';
import { encodeBase64, leafHash, parseVerifierKey, type VerifierKey } from '#libs/proof';
import { newFolder, removeFolders, signedAt, TestLog, testOrigin } from '#libs/witness/testing';
import { addCheckpoint, startWitnessProcess, type WitnessProcess } from '../support/witness-process.js';

const rounds = 15;

/** What a witness has signed according to its answers: for each size the roots. */
class Signed {
  readonly roots = new Map<number, Set<string>>();

  add(log: TestLog): void {
    const roots = this.roots.get(log.size) ?? new Set();
    this.roots.set(log.size, roots.add(encodeBase64(log.root(log.size))));
  }
}

/** A log whose owner shows everybody another one: whichever is signed goes on, the others are tried all the same. */
class Rivals {
  readonly signed = new Signed();
  sent = 0;
  private serial = 0;
  private candidates: readonly TestLog[] = [];

  constructor(
    private readonly witnessKey: VerifierKey,
    private base: TestLog,
  ) {}

  get last(): TestLog {
    return this.base;
  }

  /** Shows one witness several logs at once, until it no longer answers. */
  async compete(url: string, onSent: () => void): Promise<void> {
    for (;;) {
      this.candidates = [1, 1, 2, 2].map((more) => this.grown(more));
      const shown = this.candidates.map((log) => this.show(url, log, this.base.size, onSent));
      const winners = (await Promise.all(shown)).filter((log) => log !== null);
      if (winners.length === 0) return;
      [this.base = this.base] = winners;
    }
  }

  /** Finds out which log was signed last, if any was; tries the others as well. */
  async recover(url: string): Promise<void> {
    const winners: TestLog[] = [];
    for (const log of this.candidates) {
      for (const oldSize of [this.base.size, log.size]) {
        const winner = await this.show(url, log, oldSize, () => undefined);
        if (winner) winners.push(winner);
      }
    }
    expect(new Set(winners).size).toBe(this.candidates.length > 0 ? 1 : 0);
    [this.base = this.base] = winners;
  }

  private async show(
    url: string,
    log: TestLog,
    oldSize: number,
    onSent: () => void,
  ): Promise<TestLog | null> {
    const answer = addCheckpoint(url, log.request(oldSize, log.size)).catch(() => null);
    onSent();
    const { status, body } = (await answer) ?? { status: 0, body: '' };
    if (status !== 200) return null;
    expect(signedAt(log.note(log.size), body, this.witnessKey)).not.toBeNull();
    this.signed.add(log);
    return log;
  }

  private grown(count: number): TestLog {
    const leaves = Array.from({ length: count }, () => leafHash(`leaf ${(this.serial += 1)}`));
    return this.base.grown(...leaves);
  }
}

/** When to kill, in requests sent and milliseconds after that. A failing run is repeated with its seed. */
const seed = Number(process.env['CRASH_SEED'] ?? Date.now() % 1_000_000);
const moments = fc.sample(
  fc.record({ sent: fc.integer({ min: 1, max: 120 }), afterMs: fc.integer({ min: 0, max: 12 }) }),
  { seed, numRuns: rounds },
);

describe('a witness that is killed while it signs', () => {
  let witness: WitnessProcess | undefined;

  afterAll(async () => {
    await witness?.kill();
    await removeFolders();
  });

  it(`never signs two trees of one size (CRASH_SEED=${seed})`, async () => {
    const dir = await newFolder();
    const log = new TestLog(0);
    let running = (witness = await startWitnessProcess(dir, '--log', log.verifierKey));
    const key = parseVerifierKey((await readFile(join(dir, 'verifier-key'), 'utf8')).trim());
    const rivals = new Rivals(key, log);
    for (const { sent, afterMs } of moments) {
      let sentSoFar = 0;
      const enough = Promise.withResolvers<void>();
      const competing = rivals.compete(running.url, () => {
        sentSoFar += 1;
        if (sentSoFar >= sent) enough.resolve();
      });
      await enough.promise;
      await setTimeout(afterMs);
      await running.kill();
      await competing;
      running = witness = await startWitnessProcess(dir);
      await rivals.recover(running.url);
    }

    const { roots } = rivals.signed;
    const last = rivals.last;
    const expected = [...roots.keys()].map((size) => [size, new Set([encodeBase64(last.root(size))])]);
    expect([...roots]).toEqual(expected);
    expect(roots.size).toBeGreaterThan(rounds);

    const folder = join(dir, 'logs', encodeURIComponent(testOrigin));
    const lines = (await readFile(join(folder, 'cosigned.ndjson'), 'utf8')).trimEnd().split('\n');
    const kept = lines.map(checkpointIn);
    expect(kept.map(({ size }) => size)).toEqual(kept.map(({ size }) => size).toSorted((a, b) => a - b));
    expect(kept.every(({ size, root }) => Buffer.from(last.root(size)).equals(root))).toBe(true);
    const keptSizes = new Set(kept.map(({ size }) => size));
    expect([...roots.keys()].filter((size) => !keptSizes.has(size))).toEqual([]);
  }, 240_000);
});
