import { buildingOn, unfounded } from '#libs/kernel/testing';
import { planHistory } from './fixtures.js';
import { actionPlanFoundations } from './foundations.js';

const place = (type: string) => planHistory.findIndex((fact) => fact.type === type);

describe('the facts of an action plan', () => {
  it('all have something to build on', () => {
    expect(unfounded(actionPlanFoundations, planHistory)).toEqual([]);
  });

  it('build on the plan, on the measure, and on the fact that they cite', () => {
    expect(buildingOn(actionPlanFoundations, planHistory)).toEqual({
      [place('ActionPlanAdopted')]: place('MeasureChanged'),
      [place('MeasureAdded')]: place('FactCited'),
      [place('MeasureCompleted')]: place('MeasureCompletionCorrected'),
    });
  });
});
