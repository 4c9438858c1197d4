import { readFile } from 'node:fs/promises';
import { tellEvents, type AnyTeller } from '#libs/kernel';
import { record, toldText } from '#libs/kernel/testing';
import { actionPlanStreamId, type ActionPlanEvent } from '../contract/index.js';
import { adopted, planHistory } from '../plan/fixtures.js';
import { projectedPlan, withFact } from '../plan/projected-plan.js';
import { planItems } from './plan-items.js';
import { actionPlanTeller } from './plan-teller.js';

const golden = new URL('./plan-teller.golden.txt', import.meta.url);
const tellers: readonly AnyTeller[] = [actionPlanTeller];
const stream = actionPlanStreamId('alingsas', 'SN', '2024-09-17.42');
const events = record(stream, planHistory);

describe('an action plan in words', () => {
  it('tells one fact of every type, and what each changed from what to what', async () => {
    expect(toldText(tellers, events)).toBe(await readFile(golden, 'utf8'));
  });

  it('stops at a fact of a type that this version does not know', () => {
    const later = { ...adopted, type: 'ActionPlanShelved' } as unknown as ActionPlanEvent;
    expect(() => tellEvents(tellers, record(stream, [later]))).toThrow('ActionPlanShelved');
  });

  it('has changes that lead from nothing to what holds', () => {
    const held = new Map<string, unknown>();
    for (const { path, to } of tellEvents(tellers, events).flatMap(({ changes }) => changes)) {
      if (to === null) held.delete(path);
      else held.set(path, to);
    }
    const plan = events.reduce(withFact, projectedPlan('actionPlan-SN.2024-09-17.42'));
    const items = planItems(plan);
    expect(held).toEqual(new Map(items.map(({ path, value }) => [path, value])));
    expect(new Set(items.map(({ path }) => path)).size).toBe(items.length);
  });

  it('says of a plan that is not adopted nothing', () => {
    expect(planItems(projectedPlan('actionPlan-SN.2024-09-17.42'))).toEqual([]);
  });
});
