import { generateKeyPairSync } from 'node:crypto';
import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseVerifierKey, printVerifierKey } from '#libs/proof';
import { WitnessFault } from './fault.js';
import { newFolder, removeFolders } from './testing/index.js';
import { openIdentity } from './witness-key.adapter.js';

let dir: string;

beforeEach(async () => {
  dir = await newFolder();
});

afterAll(removeFolders);

const printed = async (name: string | null = null) =>
  printVerifierKey((await openIdentity(dir, name)).verifierKey);
const keyFile = () => join(dir, 'key.pem');
const ofAnother = (type: 'ed25519' | 'x25519') =>
  generateKeyPairSync(type as 'ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' });

describe('the key of a witness', () => {
  it('is made once, for nobody else to read, and stays', async () => {
    const first = await printed('revisor.example/vittne');
    expect(parseVerifierKey(first).name).toBe('revisor.example/vittne');
    expect((await stat(keyFile())).mode & 0o777).toBe(0o600);
    expect(await readFile(join(dir, 'verifier-key'), 'utf8')).toBe(`${first}\n`);
    expect([await printed(), await printed('revisor.example/vittne')]).toEqual([first, first]);
  });

  it('has a name also where none is given', async () => {
    expect((await openIdentity(dir, null)).name).toBe('vittne.local');
  });

  it('stays where a crash came before its public half was written', async () => {
    const first = await printed();
    await rm(join(dir, 'verifier-key'));
    expect(await printed()).toBe(first);
  });

  it.each<[string, WitnessFault['facts']['code'], () => Promise<unknown>]>([
    ['is lost', 'key-missing', () => rm(keyFile())],
    ['is none', 'key-malformed', () => writeFile(keyFile(), 'hemligt')],
    ['is of another kind', 'key-malformed', () => writeFile(keyFile(), ofAnother('x25519'))],
    ['is another', 'key-malformed', () => writeFile(keyFile(), ofAnother('ed25519'))],
    ['has lost its name', 'key-malformed', () => writeFile(join(dir, 'verifier-key'), 'vittne')],
  ])('is not used where it %s', async (_, code, change) => {
    await printed();
    await change();
    const failure: unknown = await openIdentity(dir, null).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(WitnessFault);
    expect(failure).toMatchObject({ facts: { code } });
  });

  it('keeps its name', async () => {
    await printed('revisor.example/vittne');
    await expect(openIdentity(dir, 'annat.example')).rejects.toMatchObject({
      facts: { code: 'name-differs', name: 'revisor.example/vittne', given: 'annat.example' },
    });
  });
});
