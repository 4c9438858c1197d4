import { foldInto, qualifies } from '#libs/kernel';
import { record } from '#libs/kernel/testing';
import { actionPlanStreamId } from '../contract/index.js';
import { planHistory, tkr } from '../plan/fixtures.js';
import { planDocument, type ActionPlanDocument } from '../plan/plan-document.js';
import { actionPlans } from '../plan/projected-plan.js';
import { comparePlans, type PlanComparison } from './compare-plans.js';

const stream = actionPlanStreamId('alingsas', 'SN', '2024-09-17.42');
const events = record(stream, planHistory);

function planOn(asOf: string): ActionPlanDocument | null {
  const qualifying = events.filter((event) => qualifies(event, { asOf }));
  const folded = foldInto(actionPlans, new Map(), qualifying).get(stream.name);
  return folded ? planDocument(folded, folded.state) : null;
}

function between(from: string, to: string): PlanComparison {
  const after = planOn(to);
  if (!after) throw new Error(`There was no plan on ${to}.`);
  return comparePlans({ from, to }, planOn(from), after);
}

describe('a plan on two dates', () => {
  it('is held against itself field by field', () => {
    const comparison = between('2024-09-17', '2025-06-30');
    expect(comparison).toMatchObject({ from: '2024-09-17', to: '2025-06-30', adoptedAtFrom: true });
    expect(comparison.plan).toEqual([
      { field: 'purpose', from: null, to: 'Ekonomi i balans senast vid utgången av 2026' },
      { field: 'fiscalYears', from: [2024, 2025], to: [2024, 2025, 2026] },
    ]);
    expect(comparison.added.map(({ id }) => id)).toEqual(['vacancies']);
    expect(comparison.removed).toMatchObject([
      { id: 'krim-group', cancellation: { cancelledOn: '2025-05-20' } },
    ]);
    expect(comparison.changed.map(({ id, changes }) => [id, changes])).toEqual([
      [
        'mobile-team',
        [
          { field: 'responsibleRole', from: null, to: 'avdelningschef unga' },
          { field: 'expectedEffect', from: null, to: tkr([2025, 1_200]) },
          { field: 'dueOn', from: null, to: '2025-03-31' },
          { field: 'progress', from: null, to: 'delayed' },
          { field: 'realisedEffect', from: null, to: tkr([2025, 100]) },
        ],
      ],
      [
        'delegation',
        [
          { field: 'status', from: 'ongoing', to: 'completed' },
          { field: 'completedOn', from: null, to: '2025-06-30' },
        ],
      ],
    ]);
    expect(comparison.unchanged).toEqual(['staffing', 'placement-times']);
  });

  it('shows what had been promised and what had come out on each', () => {
    expect(between('2024-09-17', '2025-06-30').effects).toMatchObject([
      { year: 2024, from: null, to: { original: { amountOre: 30_000_000 }, realised: null } },
      {
        year: 2025,
        from: null,
        to: { current: { amountOre: 180_000_000 }, realised: { amountOre: 10_000_000 } },
      },
    ]);
  });

  it('differs in nothing between two dates on which nothing happened', () => {
    expect(between('2024-09-17', '2024-10-21')).toMatchObject({
      plan: [],
      added: [],
      removed: [],
      changed: [],
      unchanged: ['staffing', 'mobile-team', 'krim-group', 'delegation', 'placement-times'],
    });
  });

  it('is all new where it was adopted in between', () => {
    const comparison = between('2024-09-16', '2024-09-17');
    expect(comparison.adoptedAtFrom).toBe(false);
    expect(comparison.added).toHaveLength(5);
    expect(comparison.plan.map(({ field, from }) => [field, from])).toEqual([
      ['title', null],
      ['fiscalYears', null],
    ]);
  });
});
