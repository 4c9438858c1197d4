import { DecidedErasures } from '#libs/event-store';
import { record } from '#libs/kernel/testing';
import { eventsErased } from '../erasures/fixtures.js';
import { erasuresStreamId } from '../erasures/state.js';
import { erasedIn, pathOfErasures } from './erased-in.js';

const erasures = new DecidedErasures();
for (const event of record(erasuresStreamId('alingsas'), [eventsErased])) {
  erasures.add({ ...event, record: { ...event.record, requestHash: null, warnings: [] } });
}
const inSources = (...sources: Parameters<typeof erasedIn>[1]) => [
  ...erasedIn('alingsas', sources, erasures),
];

describe('what has been erased in the streams of an answer', () => {
  it('is counted by stream, each once', () => {
    expect(inSources({ stream: 'budget-SN.2025' }, { prefix: 'budget-SN.' })).toEqual([
      ['budget-SN.2025', 2],
    ]);
    expect(inSources({ prefix: 'budget-SN.' }, { prefix: 'actionPlan-' })).toHaveLength(2);
  });

  it('is nothing in others', () => {
    expect(inSources({ stream: 'budget-SN.2024' }, { prefix: 'budget-KF.' })).toEqual([]);
    expect(inSources()).toEqual([]);
  });

  it('is told of the one stream, or of all', () => {
    expect(pathOfErasures('alingsas', ['budget-SN.2025'])).toBe(
      '/api/v1/alingsas/erasures?stream=budget-SN.2025',
    );
    expect(pathOfErasures('alingsas', ['budget-ÅN.2025'])).toContain('budget-%C3%85N.2025');
    expect(pathOfErasures('alingsas', ['budget-SN.2025', 'budget-SN.2024'])).toBe(
      '/api/v1/alingsas/erasures',
    );
  });
});
