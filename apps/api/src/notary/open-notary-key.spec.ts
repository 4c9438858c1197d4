import { createPublicKey, type KeyObject } from 'node:crypto';
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newNotaryKey, parseNotaryKey } from '#libs/notary';
import { openNotaryKey } from './open-notary-key.adapter.js';

let dataDir: string;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'paragraf-key-'));
});

afterEach(() => rm(dataDir, { recursive: true, force: true }));

const embedded = () => ({
  notary: { run: true, key: null, keyFile: null, origin: 'o', witnesses: [] },
  databaseUrl: null,
  dataDir,
});
const withKey = (key: string) => ({ ...embedded(), notary: { ...embedded().notary, key } });
const withFile = (keyFile: string) => ({ ...embedded(), notary: { ...embedded().notary, keyFile } });
const publicOf = (key: KeyObject | undefined | null) =>
  key && createPublicKey(key).export({ type: 'spki', format: 'pem' });

describe('the key beside the embedded database', () => {
  it('is made once, for its user alone, and read from then on', async () => {
    const made = await openNotaryKey(embedded(), true);
    const file = join(dataDir, 'notary-key.pem');
    expect(made).toMatchObject({ file, made: true, isOpen: false });
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const again = await openNotaryKey(embedded(), true);
    expect(again).toMatchObject({ file, made: false, isOpen: false });
    expect(publicOf(again?.key)).toBe(publicOf(made?.key));
    expect(publicOf(parseNotaryKey(await readFile(file, 'utf8')))).toBe(publicOf(made?.key));
    expect(await readdir(dataDir)).toEqual(['notary-key.pem']);
  });

  it('is the same for all who make it at once', async () => {
    const keys = await Promise.all(Array.from({ length: 8 }, () => openNotaryKey(embedded(), true)));
    expect(new Set(keys.map((opened) => publicOf(opened?.key))).size).toBe(1);
    expect(keys.filter((opened) => opened?.made)).toHaveLength(1);
  });

  it('is not made for those who only read', async () => {
    expect(await openNotaryKey(embedded(), false)).toBeNull();
    expect(await readdir(dataDir)).toEqual([]);
    await openNotaryKey(embedded(), true);
    expect(await openNotaryKey(embedded(), false)).toMatchObject({ made: false });
  });

  it('cannot be made where nothing can be written', async () => {
    await writeFile(join(dataDir, 'file'), '');
    await expect(openNotaryKey({ ...embedded(), dataDir: join(dataDir, 'file') }, true)).rejects.toThrow(
      /^Notariens nyckel kan inte skrivas till .*notary-key\.pem\.$/,
    );
  });

  it('is not looked for with a database of the user’s own', async () => {
    const databaseUrl = 'postgres://u@db/paragraf';
    await openNotaryKey(embedded(), true);
    expect(await openNotaryKey({ ...embedded(), databaseUrl }, true)).toBeNull();
  });
});

describe('the key in the settings', () => {
  it('is taken before any other', async () => {
    await openNotaryKey(embedded(), true);
    const pem = newNotaryKey();
    expect(publicOf((await openNotaryKey(withKey(pem), true))?.key)).toBe(publicOf(parseNotaryKey(pem)));
  });

  it('may stand in a file, which is told of where others can read it', async () => {
    const file = join(dataDir, 'key.pem');
    const pem = newNotaryKey();
    await writeFile(file, pem, { mode: 0o600 });
    const opened = await openNotaryKey(withFile(file), true);
    expect([publicOf(opened?.key), opened?.isOpen]).toEqual([publicOf(parseNotaryKey(pem)), false]);
    await chmod(file, 0o640);
    expect(await openNotaryKey(withFile(file), true)).toMatchObject({ file, isOpen: true });
  });

  it('is refused in one sentence where its file is missing or has none', async () => {
    const file = join(dataDir, 'key.pem');
    await expect(openNotaryKey(withFile(file), true)).rejects.toThrow(
      `Notariens nyckel i ${file} (PARAGRAF_NOTARY_KEY_FILE) går inte att läsa.`,
    );
    await writeFile(file, 'hemligt');
    await expect(openNotaryKey(withFile(file), true)).rejects.toThrow(
      `Notariens nyckel i ${file} (PARAGRAF_NOTARY_KEY_FILE) ska vara en privat Ed25519-nyckel i PKCS#8, som PEM eller base64.`,
    );
  });
});
