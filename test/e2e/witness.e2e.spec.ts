import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parseVerifierKey } from '#libs/proof';
import { newFolder, removeFolders, signedAt, TestLog, testOrigin } from '#libs/witness/testing';
import { runSourceToEnd } from '../support/paragraf-process.js';
import { addCheckpoint, startWitnessProcess, type WitnessProcess } from '../support/witness-process.js';

// Each command is a process of its own, and slow machines take seconds to start one.
import.meta.jest.setTimeout(120_000);

const log = new TestLog(20);
const rival = log.branchAt(3);
const paragraf = (...args: readonly string[]) =>
  runSourceToEnd('apps/cli/src/main.ts', ['witness', ...args], {});
let dir: string;
let witness: WitnessProcess;

beforeAll(async () => {
  dir = join(await newFolder(), 'vittne');
  witness = await startWitnessProcess(dir, '--name', 'revisor.example/vittne', '--log', log.verifierKey);
});

afterAll(async () => {
  await witness.kill();
  await removeFolders();
});

const keyOf = ({ printed }: WitnessProcess) => /^Verifieringsnyckel: (\S+)$/m.exec(printed())?.[1] ?? '';

describe('paragraf witness', () => {
  it('makes a key of its own, and signs what grows with it', async () => {
    const key = keyOf(witness);
    expect(parseVerifierKey(key).name).toBe('revisor.example/vittne');
    expect((await stat(join(dir, 'key.pem'))).mode & 0o777).toBe(0o600);
    expect(await paragraf('--dir', dir, '--show-key')).toEqual({ code: 0, stdout: `${key}\n`, stderr: '' });

    const { status, body } = await addCheckpoint(witness.url, log.request(0, 5));
    const at = signedAt(log.note(5), body, parseVerifierKey(key));
    expect([status, Math.abs((at ?? 0) - Date.now() / 1_000) < 600]).toEqual([200, true]);
  });

  it('is one process in its folder, and one at its address', async () => {
    const inFolder = await paragraf('--dir', dir, '--listen', '127.0.0.1:0');
    expect(inFolder).toMatchObject({ code: 1, stdout: '' });
    expect(inFolder.stderr).toMatch(/^Mappen används redan av process \d+ på \S+\. Stoppa den först\./);
    const { port } = new URL(witness.url);
    const elsewhere = join(await newFolder(), 'annat');
    expect(
      await paragraf('--dir', elsewhere, '--log', log.verifierKey, '--listen', `127.0.0.1:${port}`),
    ).toEqual({
      code: 1,
      stdout: '',
      stderr: `Adressen 127.0.0.1:${port} används redan. Ange en annan med --listen.\n`,
    });
  });

  it('remembers its key, its logs and what it signed when it is started again', async () => {
    const key = keyOf(witness);
    await witness.stop();
    expect(witness.code()).toBe(0);
    expect(await paragraf('--dir', dir, '--check')).toEqual({
      code: 0,
      stdout: `${testOrigin}: 5 händelser bevittnade, i 1 kontrollvärden. Inget talar emot loggen.\n`,
      stderr: '',
    });
    witness = await startWitnessProcess(dir);
    expect(keyOf(witness)).toBe(key);
    expect(await addCheckpoint(witness.url, log.request(0, 9))).toEqual({ status: 409, body: '5\n' });
    expect(await addCheckpoint(witness.url, log.request(5, 9))).toMatchObject({ status: 200 });
  });

  it('raises an alarm for a log that was put back or split, and keeps the evidence', async () => {
    const refused = [log.request(7, 8), rival.request(9, 9), rival.request(9, 12)];
    for (const request of refused) await addCheckpoint(witness.url, request);
    const alarms = [
      'en logg med 8 händelser visades, som inte är bevittnad, fast 9 är det.',
      'loggens nyckel har skrivit under två olika historier om 9 händelser.',
      'en logg med 12 händelser visades utan bevis för att den börjar med de 9 bevittnade.',
    ];
    const lines = witness.said().trimEnd().split('\n');
    expect(lines.map((line) => line.replace(/^LARM \S+Z /, ''))).toEqual(
      alarms.map((alarm) => expect.stringContaining(`${testOrigin}: ${alarm}`) as string),
    );

    const { code, stdout, stderr } = await paragraf('--dir', dir, '--check');
    expect([code, stderr]).toEqual([1, 'Det finns något som talar emot 1 av 1 loggar.\n']);
    expect(stdout).toContain(lines.join('\n'));
    const file = /finns i (\S+)\.$/m.exec(stdout)?.[1] ?? '';
    const kept = (await readFile(file, 'utf8')).trimEnd().split('\n');
    expect(kept.map((line) => (JSON.parse(line) as { note: string }).note)).toEqual([
      log.note(8),
      rival.note(9),
      rival.note(12),
    ]);
  });

  it.each<[string, () => readonly string[], number, string]>([
    [
      'no logs',
      () => ['--dir', join(dir, 'a')],
      1,
      'Vittnet känner inga loggar. Ange loggens verifieringsnyckel med --log.',
    ],
    ['no witness', () => ['--dir', join(dir, 'b'), '--check'], 1, `Det finns inget vittne i `],
    ['a folder that is a file', () => ['--dir', join(dir, 'key.pem')], 1, 'Mappen '],
    [
      'another name',
      () => ['--dir', dir, '--show-key', '--name', 'annat.example'],
      1,
      'Vittnet heter revisor.example/vittne och kan inte byta namn till annat.example.',
    ],
    [
      'a name that is none',
      () => ['--dir', dir, '--name', 'a b'],
      2,
      'Ange ett namn utan mellanslag och plustecken',
    ],
    [
      'the key of a witness as a log',
      () => ['--dir', dir, '--log', keyOf(witness)],
      2,
      'Ange loggens verifieringsnyckel',
    ],
    [
      'an address that is none',
      () => ['--dir', dir, '--listen', '7380'],
      2,
      'Ange adress och port, som 127.0.0.1:7380; 7380 är inte det.',
    ],
  ])('says what is wrong in one sentence: %s', async (_, args, code, sentence) => {
    const finished = await paragraf(...args());
    expect(finished).toMatchObject({ code, stdout: '' });
    expect(finished.stderr).toMatch(/^[^\n]+\n$/);
    expect(finished.stderr.startsWith(sentence)).toBe(true);
  });
});
