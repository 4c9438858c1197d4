import {
  cosign,
  keyTypes,
  parseNote,
  printAddCheckpoint,
  printNote,
  signNote,
  verifierKey,
} from '#libs/proof';
import { otherKey, witnessKey } from '#libs/proof/testing';
import { readProposal, type TrustedKeys } from './proposal.js';
import { TestLog, testOrigin } from './testing/index.js';

const log = new TestLog(5);
const trusted: TrustedKeys = new Map([[testOrigin, [log.key]]]);
const request = (note: string) => printAddCheckpoint({ oldSize: 0, proof: [], note });
const { text, signatures } = parseNote(log.note(5));
const broken = signatures.map(({ signature, ...signer }) => ({
  ...signer,
  signature: signature.map((byte) => byte ^ 1),
}));

describe('a proposal', () => {
  it('is what the log has signed, without what others have', () => {
    const others = [signNote(text, 'somebody.example', otherKey), cosign(text, 'w.example', witnessKey, 1)];
    const proposal = readProposal(
      request(printNote({ text, signatures: [...signatures, ...others] })),
      trusted,
    );
    expect(proposal).toMatchObject({
      oldSize: 0,
      checkpoint: { origin: testOrigin, size: 5, note: { text, signatures: [signatures[0]] } },
    });
  });

  it('may be signed with the one or the other key of the log', () => {
    const newKey = verifierKey(testOrigin, keyTypes.ed25519, otherKey);
    const both: TrustedKeys = new Map([[testOrigin, [log.key, newKey]]]);
    const bySecond = signNote(text, testOrigin, otherKey);
    const of = (...by: typeof signatures) => readProposal(request(printNote({ text, signatures: by })), both);
    expect(of(bySecond)).toMatchObject({ checkpoint: { size: 5 } });
    expect(of(...signatures, bySecond)).toMatchObject({ checkpoint: { size: 5 } });
    expect(of(...broken, bySecond)).toBe('not-signed');
  });

  it.each<[string, string, ReturnType<typeof readProposal>]>([
    ['no request', 'old', 'malformed'],
    ['no note', request(text), 'malformed'],
    ['no checkpoint', request(log.note(5).replace('\n5\n', '\n05\n')), 'malformed'],
    ['a line more than a checkpoint has', request(log.note(5).replace('=\n\n', '=\nmore\n\n')), 'malformed'],
    ['a log that is not known', request(new TestLog(5, 'paragraf.example/vara').note(5)), 'log-unknown'],
    ['another key', request(new TestLog(5, testOrigin, otherKey).note(5)), 'not-signed'],
    ['another size than was signed', request(log.note(5).replace('\n5\n', '\n4\n')), 'not-signed'],
    ['a broken signature', request(printNote({ text, signatures: broken })), 'not-signed'],
    [
      'a broken signature beside a sound one',
      request(printNote({ text, signatures: [...signatures, ...broken] })),
      'not-signed',
    ],
  ])('is none with %s', (_, body, expected) => {
    expect(readProposal(body, trusted)).toBe(expected);
  });
});
