import { parseStreamId, parseStreamName, printStreamId, streamName } from './stream-id.js';

describe('a stream', () => {
  it.each([
    [{ context: 'decisions', committee: 'SN', key: '2023' }, 'decisions-SN.2023'],
    [{ context: 'actionPlan', committee: 'SN', key: '2024-09-17.42' }, 'actionPlan-SN.2024-09-17.42'],
    [{ context: 'organisation', committee: null, key: 'municipality' }, 'organisation.municipality'],
    [{ context: 'budget', committee: 'ÄLN', key: '2025' }, 'budget-ÄLN.2025'],
  ])('%p is named %s', (parts, name) => {
    expect(streamName(parts)).toBe(name);
    expect(parseStreamName(name)).toEqual(parts);
    expect(parseStreamId(printStreamId({ tenant: 'alingsas', name }))).toEqual({ tenant: 'alingsas', name });
  });

  it.each(['budget-SN', 'Budget-SN.2025', 'budget-sn.2025', 'budget-SN.20 25', ''])(
    'is not named %p',
    (name) => {
      expect(() => parseStreamName(name)).toThrow('is not a stream name');
    },
  );

  it.each(['budget-SN.2025', 'Alingsås:budget-SN.2025', ':budget-SN.2025'])(
    'is not %p without its municipality',
    (text) => {
      expect(() => parseStreamId(text)).toThrow('is not a stream');
    },
  );
});
