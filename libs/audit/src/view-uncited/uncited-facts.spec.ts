import { foldInto, qualifies, type AsOf, type DomainEvent } from '#libs/kernel';
import { record } from '#libs/kernel/testing';
import { uncitedFacts, type UncitedStreamDoc } from './uncited-facts.js';

const projection = uncitedFacts(['budget', 'followUp']);
const reason = 'Beslutet framgår inte av årsredovisningen.';
const uncited = (type: string, effectiveOn: string): DomainEvent => ({
  type,
  data: {},
  basis: { kind: 'uncited', reason, effectiveOn },
});
const reported: DomainEvent = {
  type: 'OutcomeRecorded',
  data: {},
  basis: { kind: 'report', effectiveOn: '2023-01-31' },
};
const cited: DomainEvent = {
  type: 'FactCited',
  data: { revision: 0 },
  basis: { kind: 'decision', citation: 'KF 2022-11-23, § 170', effectiveOn: '2023-06-01' },
};

const log = [
  ...record({ tenant: 'alingsas', name: 'budget-SN.2023' }, [
    uncited('BudgetAdopted', '2023-01-01'),
    uncited('BudgetReallocated', '2023-05-16'),
    cited,
  ]),
  ...record(
    { tenant: 'alingsas', name: 'followUp-SN.2023' },
    [reported, uncited('AccountsClosed', '2023-12-31')],
    { firstPosition: 4 },
  ),
];

function open(asOf: AsOf = {}) {
  const then = log.filter((event) => qualifies(event, asOf));
  const docs = foldInto(projection, new Map<string, UncitedStreamDoc>(), then);
  return [...docs.values()].flatMap(({ stream, open: facts }) =>
    facts.map(({ type }) => `${stream} ${type}`),
  );
}

describe('the uncited facts', () => {
  it('are listed, whatever the context, until a later fact cites them', () => {
    expect(open()).toEqual(['budget-SN.2023 BudgetReallocated', 'followUp-SN.2023 AccountsClosed']);
  });

  it('as of a date are those that stood without a paragraph then', () => {
    expect(open({ asOf: '2023-05-31' })).toEqual([
      'budget-SN.2023 BudgetAdopted',
      'budget-SN.2023 BudgetReallocated',
    ]);
    expect(open({ asOf: '2023-06-01' })).toEqual(['budget-SN.2023 BudgetReallocated']);
  });

  it('tell what they are, why no paragraph is given, and where a later fact finds them', () => {
    expect(foldInto(projection, new Map(), log).get('followUp-SN.2023')).toEqual({
      stream: 'followUp-SN.2023',
      committee: 'SN',
      open: [
        {
          revision: 1,
          eventId: '00000000-0000-4000-8000-000000000005',
          type: 'AccountsClosed',
          reason,
          effectiveOn: '2023-12-31',
          recordedAt: '2026-01-01T00:01:00.000Z',
        },
      ],
    });
  });

  it('are the same in two helpings as in one', () => {
    const docs = foldInto(projection, new Map(), log.slice(0, 2));
    expect(foldInto(projection, docs, log.slice(2))).toEqual(foldInto(projection, new Map(), log));
  });

  it.each([
    [{ key: 'budget-SN.2023' }, [{ stream: 'budget-SN.2023' }]],
    [{ committee: 'SN' }, [{ prefix: 'budget-SN.' }, { prefix: 'followUp-SN.' }]],
    [{}, [{ prefix: 'budget-' }, { prefix: 'budget.' }, { prefix: 'followUp-' }, { prefix: 'followUp.' }]],
  ])('selected by %j stand in %j', (selection, streams) => {
    expect(projection.sources(selection)).toEqual(streams);
  });
});
