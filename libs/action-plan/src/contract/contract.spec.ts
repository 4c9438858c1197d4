import { parseCitation, parseStreamName } from '#libs/kernel';
import {
  actionPlanStreamName,
  actionPlanStreamPrefix,
  adoptingCitation,
  isPlanId,
  planIdOf,
} from './stream.js';

describe('an action plan', () => {
  const citation = { body: 'SN', date: '2024-09-17', paragraph: 42 };

  it('has its id from the paragraph that adopted it, and the paragraph from its id', () => {
    expect(planIdOf(citation)).toBe('2024-09-17.42');
    expect(parseCitation(adoptingCitation('SN', '2024-09-17.42'))).toEqual(citation);
  });

  it('has a stream of its own among those of its committee', () => {
    const name = actionPlanStreamName('SN', '2024-09-17.42');
    expect(name).toBe('actionPlan-SN.2024-09-17.42');
    expect(parseStreamName(name)).toEqual({ context: 'actionPlan', committee: 'SN', key: '2024-09-17.42' });
    expect(name.startsWith(actionPlanStreamPrefix('SN'))).toBe(true);
  });

  it.each(['2024-09-17', '2024-02-30.4', '2024-09-17.0', '2024-09-17.042', '2024-09-17.42 ', '', 42])(
    'has no id like %p',
    (value) => expect(isPlanId(value)).toBe(false),
  );
});
