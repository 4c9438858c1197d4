import { foldInto, qualifies, type AsOf } from '#libs/kernel';
import { record } from '#libs/kernel/testing';
import { actionPlanStreamId } from '../contract/index.js';
import { adopted, planHistory, tkr } from '../plan/fixtures.js';
import { planDocument } from '../plan/plan-document.js';
import { actionPlans, sortKeyOf } from '../plan/projected-plan.js';

const stream = actionPlanStreamId('alingsas', 'SN', '2024-09-17.42');
const events = record(stream, planHistory);
const planAt = (asOf: AsOf) => {
  const folded = foldInto(
    actionPlans,
    new Map(),
    events.filter((event) => qualifies(event, asOf)),
  ).get(stream.name);
  return folded ? planDocument(folded, folded.state) : null;
};
const measureAt = (asOf: AsOf, id: string) => planAt(asOf)?.measures.find((measure) => measure.id === id);

describe('an action plan as people read it', () => {
  it('is, as adopted, the plan of the reference document: five measures and nothing stated of their effects', () => {
    const plan = planAt({ asOf: '2024-09-17' });
    expect(plan).toMatchObject({
      id: '2024-09-17.42',
      committee: 'SN',
      citation: 'SN 2024-09-17, § 42',
      title: adopted.data.title,
      adoptedOn: '2024-09-17',
      revision: 0,
      counts: {
        measures: 5,
        ongoing: 5,
        withoutStatedEffect: 5,
        withoutRealisedEffect: 5,
        withoutDueDate: 5,
        withoutResponsibleRole: 5,
      },
      effects: [],
    });
    expect(plan?.measures.map(({ effect }) => effect)).toEqual(
      Array.from({ length: 5 }, () => ({
        original: null,
        current: null,
        realised: null,
        realisedSource: null,
      })),
    );
  });

  it('did not exist the day before', () => {
    expect(planAt({ asOf: '2024-09-16' })).toBeNull();
  });

  it('shows what was expected first, what is expected now and what has come out, and from where', () => {
    expect(measureAt({}, 'mobile-team')?.effect).toEqual({
      original: null,
      current: tkr([2025, 1_200]),
      realised: tkr([2025, 100]),
      realisedSource: { kind: 'round', year: 2025, round: 1 },
    });
    expect(measureAt({}, 'delegation')?.effect).toMatchObject({
      realised: tkr([2025, 450]),
      realisedSource: { kind: 'completion' },
    });
  });

  it('shows how each measure stands on a date', () => {
    const statuses = (asOf: string) => planAt({ asOf })?.measures.map(({ status }) => status);
    expect(statuses('2025-05-19')).toEqual(Array.from({ length: 6 }, () => 'ongoing'));
    expect(statuses('2025-06-30')).toEqual([
      'ongoing',
      'ongoing',
      'cancelled',
      'completed',
      'ongoing',
      'ongoing',
    ]);
    expect(measureAt({ asOf: '2025-06-30' }, 'krim-group')?.cancellation).toMatchObject({
      cancelledOn: '2025-05-20',
    });
    expect(measureAt({ asOf: '2025-06-30' }, 'delegation')?.completion?.realisedEffect).toBeNull();
  });

  it('lists what has no paragraph until it is cited, by its place in the stream also as of a date', () => {
    expect(
      planAt({ asOf: '2024-11-19', knownAt: events[7]?.record.recordedAt ?? '' })?.uncited,
    ).toMatchObject([{ revision: 2, type: 'MeasureAdded' }]);
    expect(planAt({})?.uncited).toEqual([]);
    expect(measureAt({}, 'vacancies')?.citation).toBe('SN 2024-11-19, § 58');
  });

  it('says what was known at an instant', () => {
    expect(planAt({ knownAt: events[1]?.record.recordedAt ?? '' })).toMatchObject({
      revision: 1,
      purpose: null,
    });
  });

  it('adds up the years', () => {
    expect(planAt({})?.effects).toMatchObject([
      { year: 2024, original: { amountOre: 30_000_000, measures: 1 }, realised: null, comparable: null },
      {
        year: 2025,
        original: { amountOre: 60_000_000, measures: 1 },
        current: { amountOre: 180_000_000, measures: 2 },
        realised: { amountOre: 55_000_000, measures: 2 },
        comparable: {
          measures: 1,
          expectedOre: 120_000_000,
          realisedOre: 10_000_000,
          differenceOre: -110_000_000,
        },
      },
    ]);
  });

  it('is read from its own stream, and a list from those of the committee, in the order of the paragraphs', () => {
    expect(actionPlans.sources({ key: stream.name })).toEqual([{ stream: 'actionPlan-SN.2024-09-17.42' }]);
    expect(actionPlans.sources({ committee: 'SN' })).toEqual([{ prefix: 'actionPlan-SN.' }]);
    expect(['2024-09-17.42', '2024-09-17.5', '2024-01-23.7'].map(sortKeyOf).toSorted()).toEqual([
      '2024-01-23.00007',
      '2024-09-17.00005',
      '2024-09-17.00042',
    ]);
  });
});
