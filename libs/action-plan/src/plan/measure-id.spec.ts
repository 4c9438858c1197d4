import { maxMeasureIdLength, measureIdFrom, measureIdPattern } from './measure-id.js';

describe('an id made of a text', () => {
  it.each([
    ['Ändrad delegationsnivå för köpta insatser', 'andrad-delegationsniva-for-kopta'],
    ['KRIM-grupp', 'krim-grupp'],
    ['  § 4: 10 % färre!', '4-10-farre'],
    ['a'.repeat(40), 'a'.repeat(32)],
    ['—', 'measure'],
  ])('of %j is %j', (text, id) => {
    expect(measureIdFrom(text, [])).toBe(id);
    expect(id).toMatch(measureIdPattern);
    expect(id.length).toBeLessThanOrEqual(maxMeasureIdLength);
  });

  it('is numbered where it is taken', () => {
    expect(measureIdFrom('KRIM-grupp', ['krim-grupp', 'krim-grupp-2'])).toBe('krim-grupp-3');
  });
});
