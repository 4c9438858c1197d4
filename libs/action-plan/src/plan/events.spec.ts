import { readFile } from 'node:fs/promises';
import { foldStream } from '#libs/kernel';
import type { ActionPlanEvent } from '../contract/index.js';
import { actionPlanStream } from './evolve.js';
import { planHistory } from './fixtures.js';

const golden = new URL('./events.golden.json', import.meta.url);

describe('the stored facts of an action plan', () => {
  it('are written and read as they were when the golden sample was taken', async () => {
    const stored = JSON.parse(await readFile(golden, 'utf8')) as readonly ActionPlanEvent[];
    expect(JSON.parse(JSON.stringify(planHistory))).toEqual(stored);
    expect(foldStream(actionPlanStream, stored)).toEqual(foldStream(actionPlanStream, planHistory));
  });

  it('include one of every type', () => {
    const sampled = planHistory.map((event) => event.type);
    expect([...sampled].toSorted()).toEqual(Object.keys(actionPlanStream.schemaVersions).toSorted());
  });

  it('stop a version that does not know one of them', () => {
    const later = { type: 'MeasurePaused', data: { measureId: 'staffing' }, basis: planHistory[0]?.basis };
    expect(() => foldStream(actionPlanStream, [later as unknown as ActionPlanEvent])).toThrow(
      'MeasurePaused',
    );
  });
});
