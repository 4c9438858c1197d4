import fc from 'fast-check';
import { printAddCheckpoint, type Hash, type Tree } from '#libs/proof';
import { flipped } from '#libs/proof/testing';
import { contradictionIn, nothingSigned, objectionTo, type Refusal } from './judge.js';
import { readProposal, type Proposal } from './proposal.js';
import { TestLog, testOrigin } from './testing/index.js';

const log = new TestLog(12);
const rival = log.branchAt(3);
const trusted = new Map([[testOrigin, [log.key]]]);
const treeOf = (of: TestLog, size: number): Tree => ({ size, root: of.root(size) });

function proposalOf(of: TestLog, oldSize: number, size: number, proof?: readonly Hash[]): Proposal {
  const body = proof
    ? printAddCheckpoint({ oldSize, proof, note: of.note(size) })
    : of.request(oldSize, size);
  return readProposal(body, trusted) as Proposal;
}

describe('a witness that has signed five', () => {
  const last = treeOf(log, 5);

  it.each<[string, Proposal, Refusal | null]>([
    ['signs what has grown', proposalOf(log, 5, 8), null],
    ['signs the same again', proposalOf(log, 5, 5), null],
    ['not what is smaller than it says itself', proposalOf(log, 8, 7), 'old-size-too-large'],
    ['not what is smaller', proposalOf(log, 4, 4), 'old-size-not-the-last'],
    ['not what starts from less', proposalOf(log, 4, 8), 'old-size-not-the-last'],
    ['not what starts from nothing', proposalOf(log, 0, 8), 'old-size-not-the-last'],
    ['not what starts from more', proposalOf(log, 6, 8), 'old-size-not-the-last'],
    ['not another tree of five', proposalOf(rival, 5, 5), 'root-differs'],
    ['not what has grown from another tree', proposalOf(rival, 5, 8), 'not-consistent'],
    ['not without a proof', proposalOf(log, 5, 8, []), 'not-consistent'],
    ['not with a proof of the same tree', proposalOf(log, 5, 5, log.proof(4, 8)), 'not-consistent'],
    ['not with a broken proof', proposalOf(log, 5, 8, log.proof(5, 8).map(flipped)), 'not-consistent'],
  ])('%s', (_, proposal, refusal) => {
    expect(objectionTo(proposal, last)).toBe(refusal);
  });
});

describe('a witness that has signed nothing', () => {
  it.each<[string, Proposal, Refusal | null]>([
    ['signs whatever tree comes first', proposalOf(log, 0, 8), null],
    ['signs the tree without leaves', proposalOf(log, 0, 0), null],
    ['not with a proof', proposalOf(log, 0, 8, log.proof(5, 8)), 'not-consistent'],
    ['not what starts from more', proposalOf(log, 5, 8), 'old-size-not-the-last'],
  ])('%s', (_, proposal, refusal) => {
    expect(objectionTo(proposal, nothingSigned)).toBe(refusal);
  });
});

describe('what is refused speaks against the log', () => {
  const last = treeOf(log, 5);
  const spoken = (proposal: Proposal, signedBefore: Hash | null = null) =>
    contradictionIn(proposal, objectionTo(proposal, last)!, last, signedBefore);

  it('where it has signed two trees of one size, whatever it was refused for', () => {
    expect(spoken(proposalOf(rival, 5, 5), last.root)).toBe('split');
    expect(spoken(proposalOf(rival, 4, 5), last.root)).toBe('split');
    expect(spoken(proposalOf(rival, 0, 4), log.root(4))).toBe('split');
  });

  it('where it is smaller than what was signed, and was not signed itself', () => {
    expect(spoken(proposalOf(log, 3, 4))).toBe('rolled-back');
    expect(spoken(proposalOf(rival, 4, 4))).toBe('rolled-back');
  });

  it('where it is not shown to have grown', () => {
    expect(spoken(proposalOf(rival, 5, 8))).toBe('not-shown-to-grow');
  });

  it('but not where it was signed before, or nothing is said of the last tree', () => {
    expect(spoken(proposalOf(log, 0, 4), log.root(4))).toBeNull();
    expect(spoken(proposalOf(log, 0, 8))).toBeNull();
    expect(spoken(proposalOf(rival, 4, 8))).toBeNull();
  });
});

describe('whatever is proposed', () => {
  const branches = [log, rival, log.branchAt(7, 'third'), rival.branchAt(9, 'fourth')];
  const size = fc.integer({ min: 0, max: 12 });
  const branch = fc.constantFrom(...branches);
  const proposals = fc.record({
    of: branch,
    size,
    /** Null: the last one, as a witness tells whoever asks. */
    oldSize: fc.option(size, { freq: 2 }),
    prover: fc.option(branch, { freq: 2 }),
    flip: fc.option(fc.integer({ min: 0, max: 255 }), { freq: 8 }),
  });

  it('only trees that begin with the one before are signed', () => {
    let grown = 0;
    fc.assert(
      fc.property(fc.array(proposals, { maxLength: 40 }), (sent) => {
        let [last, lastOf]: [Tree, TestLog] = [nothingSigned, log];
        for (const { of, size: to, oldSize, prover, flip } of sent) {
          const from = oldSize ?? last.size;
          const shown = from > to ? [] : (prover ?? of).proof(from, to);
          const proof = flip === null ? shown : shown.map((hash) => flipped(hash, flip));
          const proposal = proposalOf(of, from, to, proof);
          if (objectionTo(proposal, last) !== null) continue;
          expect(to).toBeGreaterThanOrEqual(last.size);
          expect(of.sharesWith(lastOf, last.size)).toBe(true);
          grown += to > last.size && last.size > 0 ? 1 : 0;
          [last, lastOf] = [proposal.checkpoint, of];
        }
      }),
    );
    expect(grown).toBeGreaterThan(0);
  });

  it('what has grown is signed with its proof', () => {
    fc.assert(
      fc.property(branch, size, size, (of, a, b) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        expect(objectionTo(proposalOf(of, from, to), treeOf(of, from))).toBeNull();
      }),
    );
  });
});
