import { readFile } from 'node:fs/promises';
import { foldStream } from '#libs/kernel';
import { budgetStream, type BudgetEvent } from '../contract/index.js';
import { budgetSamples } from './fixtures.js';

const golden = new URL('./events.golden.json', import.meta.url);

describe('the stored facts of a budget', () => {
  it('are written and read as they were when the golden sample was taken', async () => {
    const stored = JSON.parse(await readFile(golden, 'utf8')) as readonly BudgetEvent[];
    expect(JSON.parse(JSON.stringify(budgetSamples))).toEqual(stored);
    expect(foldStream(budgetStream, stored)).toEqual(foldStream(budgetStream, budgetSamples));
  });

  it('include one of every type', () => {
    const sampled = budgetSamples.map((event) => event.type);
    expect(sampled.toSorted()).toEqual(Object.keys(budgetStream.schemaVersions).toSorted());
  });

  it('of a type that this version does not know stop the fold', () => {
    const later = { ...budgetSamples[0], type: 'BudgetDissolved' } as unknown as BudgetEvent;
    expect(() => foldStream(budgetStream, [...budgetSamples, later])).toThrow('BudgetDissolved');
  });
});
