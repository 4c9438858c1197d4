import { citeFact, countUncited, noUncitedFacts, passOverUncited, type FactCited } from './uncited.js';
import type { Basis } from './basis.js';
import type { DomainEvent } from './domain-event.js';

const reason = 'Beslutet framgår inte av årsredovisningen.';
const uncited: DomainEvent = {
  type: 'BudgetAdopted',
  data: {},
  basis: { kind: 'uncited', reason, effectiveOn: '2023-01-01' },
};
const cited = (date: string): Basis & { kind: 'decision' } => ({
  kind: 'decision',
  citation: `KF ${date}, § 1`,
  effectiveOn: date,
});
const afterOne = countUncited(noUncitedFacts, uncited);

describe('a fact recorded without a paragraph', () => {
  it('is listed as uncited, with its reason and its place in the stream', () => {
    expect(afterOne.open).toEqual([
      { revision: 0, type: 'BudgetAdopted', reason, effectiveOn: '2023-01-01' },
    ]);
  });

  it('keeps its place behind one that has been erased', () => {
    const [open] = countUncited(passOverUncited(noUncitedFacts), uncited).open;
    expect(open?.revision).toBe(1);
  });

  it('leaves the list when a later fact cites it', () => {
    const decision = citeFact({ revision: 0, basis: cited('2023-02-01') }, afterOne);
    if (!decision.accepted) throw new Error('refused');
    expect(decision.events.reduce<typeof afterOne>(countUncited, afterOne).open).toEqual([]);
  });

  it('is never cited from a date before its own, so that no date shows a citation without its fact', () => {
    const decision = citeFact({ revision: 0, basis: cited('2022-11-23') }, afterOne);
    const expected: FactCited = {
      type: 'FactCited',
      data: { revision: 0 },
      basis: { kind: 'decision', citation: 'KF 2022-11-23, § 1', effectiveOn: '2023-01-01' },
    };
    expect(decision).toEqual({ accepted: true, events: [expected], warnings: [] });
  });

  it('can be cited only where it stands as uncited', () => {
    expect(citeFact({ revision: 7, basis: cited('2023-02-01') }, afterOne)).toEqual({
      accepted: false,
      rejection: { code: 'fact-not-uncited', facts: { revision: 7, uncitedRevisions: [0] } },
    });
  });
});
