import { appendFile, mkdir, readFile, rename, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { otherKey, witnessKey } from '#libs/proof/testing';
import { WitnessFault } from './fault.js';
import { inspectWitness } from './inspect.adapter.js';
import { logFiles } from './log-folder.js';
import {
  newFolder,
  openWitness,
  removeFolders,
  signedAt,
  TestLog,
  testOrigin,
  testWitness,
} from './testing/index.js';
import { logFolder } from './trusted-logs.adapter.js';
import { signNote, parseNote, printNote, cosign } from '#libs/proof';

const log = new TestLog(20);
const rival = log.branchAt(3);
let dir: string;

beforeEach(async () => {
  dir = await newFolder();
});

afterAll(removeFolders);

const file = (name: keyof typeof logFiles) => join(logFolder(dir, testOrigin), logFiles[name]);
const linesIn = async (name: keyof typeof logFiles) =>
  (await readFile(file(name), 'utf8')).split('\n').slice(0, -1);
const statusOf = async (answer: Promise<{ readonly status: number }>) => (await answer).status;

describe('a witness', () => {
  it('signs what grows, at its time, and remembers it', async () => {
    const { witness } = await openWitness(dir, [log], 1_764_000_000);
    const first = await witness.addCheckpoint(log.request(0, 5));
    expect([first.status, signedAt(log.note(5), first.body)]).toEqual([200, 1_764_000_000]);

    const again = (await openWitness(dir, [log], 1_764_000_060)).witness;
    expect(await again.addCheckpoint(log.request(0, 9))).toMatchObject({ status: 409, body: '5\n' });
    const second = await again.addCheckpoint(log.request(5, 9));
    expect([second.status, signedAt(log.note(9), second.body)]).toEqual([200, 1_764_000_060]);
  });

  it('keeps every checkpoint that it signed, with both signatures', async () => {
    const { witness } = await openWitness(dir, [log]);
    for (const [from, to] of [
      [0, 5],
      [5, 9],
      [9, 9],
      [9, 20],
    ] as const) {
      expect(await statusOf(witness.addCheckpoint(log.request(from, to)))).toBe(200);
    }
    const notes = (await linesIn('cosigned')).map((line) => (JSON.parse(line) as { note: string }).note);
    expect(notes.map((note) => note.startsWith(log.note(Number(note.split('\n')[1]))))).toEqual([
      true,
      true,
      true,
    ]);
    expect(notes.map((note) => signedAt(note, ''))).toEqual(Array(3).fill(1_764_000_000));
    expect(await readFile(file('last'), 'utf8')).toBe(notes.at(-1));
  });

  it('never goes back in time', async () => {
    await (await openWitness(dir, [log], 2_000)).witness.addCheckpoint(log.request(0, 5));
    const { witness } = await openWitness(dir, [log], 1_000);
    const { body } = await witness.addCheckpoint(log.request(5, 9));
    expect(signedAt(log.note(9), body)).toBe(2_000);
    expect(signedAt(log.note(9), (await witness.addCheckpoint(log.request(9, 9))).body)).toBe(2_000);
  });

  it('answers requests at once as if they came one after the other', async () => {
    const { witness, found } = await openWitness(dir, [log]);
    await witness.addCheckpoint(log.request(0, 5));
    const answers = await Promise.all(
      [log, rival.branchAt(5, 'third'), rival, log].map((each) => witness.addCheckpoint(each.request(5, 8))),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 409, 409, 409]);
    expect(found).toHaveLength(2);
    expect(found.map(({ contradiction }) => contradiction)).toEqual(['split', 'split']);
  });

  it('keeps logs apart', async () => {
    const vara = new TestLog(7, 'paragraf.example/vara', otherKey);
    const { witness } = await openWitness(dir, [log, vara]);
    expect(await statusOf(witness.addCheckpoint(log.request(0, 5)))).toBe(200);
    expect(await statusOf(witness.addCheckpoint(vara.request(0, 7)))).toBe(200);
    expect(await witness.addCheckpoint(vara.request(0, 7))).toMatchObject({ status: 409, body: '7\n' });
  });
});

describe('what speaks against a log', () => {
  it('is kept as it was shown, and told once', async () => {
    const { witness, found } = await openWitness(dir, [log]);
    await witness.addCheckpoint(log.request(0, 5));
    await witness.addCheckpoint(log.request(5, 9));
    const refusals = [rival.request(9, 9), rival.request(0, 5), log.request(7, 8), rival.request(9, 12)];
    for (const request of [...refusals, ...refusals]) await witness.addCheckpoint(request);
    expect(found.map(({ contradiction, note }) => [contradiction, note])).toEqual([
      ['split', rival.note(9)],
      ['split', rival.note(5)],
      ['rolled-back', log.note(8)],
      ['not-shown-to-grow', rival.note(12)],
    ]);
    expect((await linesIn('refused')).map((line) => JSON.parse(line) as object)).toEqual(found);
    expect(found[3]).toMatchObject({ oldSize: 9, lastSize: 9, at: '2025-11-24T16:00:00.000Z' });

    const again = await openWitness(dir, [log]);
    for (const request of refusals) await again.witness.addCheckpoint(request);
    expect(again.found).toEqual([]);
    await writeFile(join(dir, 'verifier-key'), 'here');
    const seen = { origin: testOrigin, cosigned: 2, size: 9, refused: found, refusedFile: file('refused') };
    expect(await inspectWitness(dir)).toEqual([seen]);
  });

  it('is not what was signed before, nor what anybody could have made', async () => {
    const { witness, found } = await openWitness(dir, [log]);
    await witness.addCheckpoint(log.request(0, 5));
    await witness.addCheckpoint(log.request(5, 9));
    const forged = new TestLog(20, testOrigin, otherKey);
    const bodies = [log.request(0, 5), log.request(5, 5), log.request(0, 12), forged.request(9, 12), 'old 9'];
    const answers = await Promise.all(bodies.map((body) => statusOf(witness.addCheckpoint(body))));
    expect(answers).toEqual([409, 409, 409, 403, 400]);
    expect(found).toEqual([]);
  });
});

describe('after a crash', () => {
  beforeEach(async () => {
    const { witness } = await openWitness(dir, [log]);
    await witness.addCheckpoint(log.request(0, 5));
    await witness.addCheckpoint(log.request(5, 9));
    await witness.addCheckpoint(rival.request(9, 9));
  });

  const reopened = async () => (await openWitness(dir, [log])).witness;

  it('before the last note was put in place, what it says is not signed', async () => {
    await writeFile(`${file('last')}.new`, log.note(12).slice(0, 20));
    const witness = await reopened();
    expect(await statusOf(witness.addCheckpoint(log.request(9, 10)))).toBe(200);
  });

  it('between the last note and the list of all, the list is completed', async () => {
    const lines = await linesIn('cosigned');
    await writeFile(file('cosigned'), `${lines[0]}\n`);
    await reopened();
    expect(await linesIn('cosigned')).toEqual(lines);
  });

  it('in the middle of a line, the line is written again', async () => {
    const [cosigned, refused] = [await linesIn('cosigned'), await linesIn('refused')];
    await truncate(file('cosigned'), cosigned.join('\n').length - 10);
    await appendFile(file('refused'), refused[0]!.slice(0, 30));
    const witness = await reopened();
    await witness.addCheckpoint(rival.request(9, 10));
    expect(await linesIn('cosigned')).toEqual(cosigned);
    expect((await linesIn('refused')).map((line) => JSON.parse(line) as object)).toHaveLength(2);
  });
});

describe('a memory that somebody has changed', () => {
  let earlier: string;

  beforeEach(async () => {
    const { witness } = await openWitness(dir, [log]);
    await witness.addCheckpoint(log.request(0, 5));
    earlier = await readFile(file('last'), 'utf8');
    await witness.addCheckpoint(log.request(5, 9));
  });

  const byAnother = () => {
    const { text, signatures } = parseNote(log.note(9));
    return printNote({ text, signatures: [...signatures, cosign(text, 'vittne.example', otherKey, 1)] });
  };
  const ofAnotherLog = () => {
    const { text } = parseNote(new TestLog(9, 'paragraf.example/vara').note(9));
    return printNote({ text, signatures: [signNote(text, 'x', otherKey), testWitness.cosign(text, 1)] });
  };

  it.each<[string, () => Promise<unknown>]>([
    ['put back', () => writeFile(file('last'), earlier)],
    ['taken away', () => rm(file('last'))],
    ['put ahead', async () => writeFile(file('last'), log.note(12))],
    ['signed by another', () => writeFile(file('last'), byAnother())],
    ['put in from another log', () => writeFile(file('last'), ofAnotherLog())],
    ['emptied', () => truncate(file('last'))],
  ])('stops the witness: %s', async (_, change) => {
    await change();
    const failure: unknown = await openWitness(dir, [log]).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(WitnessFault);
    expect(failure).toMatchObject({ facts: { code: 'memory-damaged', file: file('last') } });
  });

  it('is no other tree of the same size', async () => {
    const { text, signatures } = parseNote(rival.note(9));
    const cosigned = cosign(text, 'vittne.example', witnessKey, 1);
    await writeFile(file('last'), printNote({ text, signatures: [...signatures, cosigned] }));
    await expect(openWitness(dir, [log])).rejects.toThrow(WitnessFault);
  });
});

describe('a disk that fails', () => {
  it('lets nothing be signed that is not kept', async () => {
    const { witness } = await openWitness(dir, [log]);
    await witness.addCheckpoint(log.request(0, 5));
    await mkdir(`${file('last')}.new`);
    await expect(witness.addCheckpoint(log.request(5, 9))).rejects.toThrow('EISDIR');
    await rm(`${file('last')}.new`, { recursive: true });
    expect(await statusOf(witness.addCheckpoint(rival.branchAt(5).request(5, 9)))).toBe(422);
    expect(await statusOf(witness.addCheckpoint(log.request(5, 9)))).toBe(200);
  });

  it('is read again where it is not known what it has kept', async () => {
    const { witness } = await openWitness(dir, [log]);
    await witness.addCheckpoint(log.request(0, 5));
    await rename(file('cosigned'), `${file('cosigned')}.away`);
    await mkdir(file('cosigned'));
    await expect(witness.addCheckpoint(log.request(5, 9))).rejects.toThrow('EISDIR');
    await rm(file('cosigned'), { recursive: true });
    await rename(`${file('cosigned')}.away`, file('cosigned'));
    expect(await witness.addCheckpoint(log.branchAt(5).request(5, 9))).toMatchObject({
      status: 409,
      body: '9\n',
    });
    expect(await linesIn('cosigned')).toHaveLength(2);
  });
});
