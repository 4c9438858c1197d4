import { parseAddCheckpoint, parseTreeSize, printAddCheckpoint } from './add-checkpoint.js';
import { encodeBase64 } from './base64.js';
import { parseCheckpoint, signCheckpoint } from './checkpoint.js';
import { parseNote } from './signed-note.js';
import { logKey, sampleOrigin } from './testing/index.js';

/** The example of C2SP tlog-witness. */
const published = `old 20852014
PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=
jrJZDmY8Y7SyJE0MWLpLozkIVMSMZcD5kvuKxPC3swk=
5+pKlUdi2LeF/BcMHBn+Ku6yhPGNCswZZD1X/6QgPd8=
/6WVhPs2CwSsb5rYBH5cjHV/wSmA79abXAwhXw3Kj/0=

example.com/behind-the-sofa
20852163
CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
— example.com/behind-the-sofa opLqBQsREYCgu6xQkYQwJr9fo45a62DN9EdmHXnZdXNqlcVGlCum2Wks+49/V6267UEjw6QUXTS5Rovnzv++qbSzm9Q=
`;

const hash = encodeBase64(Buffer.alloc(32, 7));
const note = signCheckpoint({ origin: sampleOrigin, size: 3, root: Buffer.alloc(32, 9) }, logKey);

describe('the request to a witness', () => {
  it('is read as the protocol shows it, and written so', () => {
    const request = parseAddCheckpoint(published);
    expect(request).toMatchObject({ oldSize: 20_852_014 });
    expect(request?.proof.map(encodeBase64)).toEqual(published.split('\n').slice(1, 5));
    expect(parseCheckpoint(parseNote(request?.note ?? '').text)).toMatchObject({ size: 20_852_163 });
    expect(printAddCheckpoint(request!)).toBe(published);
  });

  it('has no hashes where nothing was signed before', () => {
    expect(printAddCheckpoint({ oldSize: 0, proof: [], note })).toBe(`old 0\n\n${note}`);
    expect(parseAddCheckpoint(`old 0\n\n${note}`)).toEqual({ oldSize: 0, proof: [], note });
  });

  it('has at most 63 hashes', () => {
    const withHashes = (count: number) => `old 1\n${`${hash}\n`.repeat(count)}\n${note}`;
    expect(parseAddCheckpoint(withHashes(63))?.proof).toHaveLength(63);
    expect(parseAddCheckpoint(withHashes(64))).toBeNull();
  });

  it.each([
    ['nothing', ''],
    ['no empty line', 'old 1\n'],
    ['no old size', `${hash}\n\n${note}`],
    ['an old size without its word', `1\n\n${note}`],
    ['a leading zero', `old 01\n\n${note}`],
    ['a sign', `old +1\n\n${note}`],
    ['a fraction', `old 1.5\n\n${note}`],
    ['two spaces', `old  1\n\n${note}`],
    ['a space behind', `old 1 \n\n${note}`],
    ['a carriage return', `old 1\r\n\r\n${note}`],
    ['a size that a number does not hold', `old 9007199254740992\n\n${note}`],
    ['a hash of 31 bytes', `old 1\n${encodeBase64(Buffer.alloc(31))}\n\n${note}`],
    ['a hash in base64url', `old 1\n${hash.replace(/[+/]/g, '_').replace('=', '')}\n\n${note}`],
    ['words among the hashes', `old 1\n${hash}\nold 1\n\n${note}`],
  ])('is none with %s', (_, text) => {
    expect(parseAddCheckpoint(text)).toBeNull();
  });
});

describe('the size of a tree', () => {
  it.each([
    ['0', 0],
    ['9007199254740991', Number.MAX_SAFE_INTEGER],
    ['9007199254740992', null],
    ['07', null],
    ['7\n', null],
    ['', null],
  ])('is read strictly: %j', (text, size) => {
    expect(parseTreeSize(text)).toBe(size);
  });
});
