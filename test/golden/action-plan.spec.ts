import { readFile } from 'node:fs/promises';
import { foldInto, parseCitation, printCitation } from '#libs/kernel';
import { record } from '#libs/kernel/testing';
import { actionPlanStreamId, planIdOf } from '../../libs/action-plan/src/contract/index.js';
import { adoptActionPlan } from '../../libs/action-plan/src/adopt-action-plan/adopt-action-plan.js';
import { actionPlanStream } from '../../libs/action-plan/src/plan/evolve.js';
import { adopted } from '../../libs/action-plan/src/plan/fixtures.js';
import { planDocument, type ActionPlanDocument } from '../../libs/action-plan/src/plan/plan-document.js';
import { actionPlans } from '../../libs/action-plan/src/plan/projected-plan.js';
import { startApi, type TestApi } from '../support/api.js';

interface Reference {
  readonly actionPlan: {
    readonly citation: string;
    readonly title: string;
    readonly measures: readonly {
      readonly id: string;
      readonly text: string;
      readonly effectTkr: number | null;
      readonly due: string | null;
    }[];
  };
}

const fixture = new URL('../../apps/cli/src/demo/reference.json', import.meta.url);
const { actionPlan } = JSON.parse(await readFile(fixture, 'utf8')) as Reference;
const paragraph = parseCitation(actionPlan.citation);
if (!paragraph) throw new Error('The reference plan has no paragraph.');
const planId = planIdOf(paragraph);
const fiscalYears = [2024, 2025];

/** What the document prints of the plan; of effects and dates it prints nothing, which is not zero. */
const printed = {
  id: '2024-09-17.42',
  committee: 'SN',
  citation: actionPlan.citation,
  title: actionPlan.title,
  adoptedOn: '2024-09-17',
  effects: [],
  counts: { measures: 5, ongoing: 5, withoutStatedEffect: 5, withoutRealisedEffect: 5, withoutDueDate: 5 },
  measures: actionPlan.measures.map(({ id, text, effectTkr, due }) => ({
    id,
    text,
    effect: { original: effectTkr, current: effectTkr },
    dueOn: due,
  })),
};

describe('the reference plan', () => {
  it('is the one that specs begin with', () => {
    expect(adopted.data.title).toBe(actionPlan.title);
    expect(adopted.data.measures.map(({ id, text }) => ({ id, text, effectTkr: null, due: null }))).toEqual(
      actionPlan.measures,
    );
  });

  it('comes back from what is decided', () => {
    const basis = {
      kind: 'decision',
      citation: printCitation(paragraph),
      effectiveOn: paragraph.date,
    } as const;
    const unstated = { responsibleRole: null, expectedEffect: null, dueOn: null, accountGroup: null };
    const measures = actionPlan.measures.map(({ id, text }) => ({ id, text, ...unstated }));
    const command = { committee: 'SN', title: actionPlan.title, purpose: null, fiscalYears, measures, basis };
    const decision = adoptActionPlan({ ...command, accountGroups: [] }, actionPlanStream.initialState);
    const stream = actionPlanStreamId('alingsas', 'SN', planId);
    const events = record(stream, decision.accepted ? decision.events : []);
    const folded = foldInto(actionPlans, new Map(), events).get(stream.name);

    expect(folded && planDocument(folded, folded.state)).toMatchObject(printed);
  });
});

describe('the reference plan over HTTP', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await startApi();
  });

  afterAll(() => api.close());

  it('comes back as it was entered', async () => {
    const committees = '/api/v1/alingsas/committees';
    const { date, paragraph: number } = paragraph;
    const { citation, title } = actionPlan;
    const measures = actionPlan.measures.map(({ id, text }) => ({ id, text }));
    const sent = [
      await api.post(committees, { code: 'SN', name: 'Socialnämnden', validFrom: '2019-01-01' }),
      await api.post(`${committees}/SN/decisions`, { date, paragraph: number, subject: title }),
      await api.post(`${committees}/SN/action-plans`, { citation, title, fiscalYears, measures }),
    ];

    expect(sent.map(({ status }) => status)).toEqual([201, 201, 201]);
    const plan = await api.read<ActionPlanDocument>(`${committees}/SN/action-plans/${planId}`);
    expect(plan.body).toMatchObject(printed);
  });
});
