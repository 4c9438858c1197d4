import { UnknownEventError, type DomainEvent } from './domain-event.js';
import { assertKnown, type StreamDefinition } from './stream-definition.js';

const stream: StreamDefinition<null, DomainEvent<'Known', object>> = {
  context: 'spec',
  schemaVersions: { Known: 2 },
  initialState: null,
  evolve: () => null,
};
const event = (type: string): DomainEvent => ({
  type,
  data: {},
  basis: { kind: 'report', effectiveOn: '2023-01-01' },
});

describe('a stored event', () => {
  it('is known in its current and earlier versions', () => {
    expect(() => assertKnown(stream, event('Known'), 1)).not.toThrow();
    expect(() => assertKnown(stream, event('Known'), 2)).not.toThrow();
  });

  it('stops loudly where its type or version is not known', () => {
    expect(() => assertKnown(stream, event('Knwon'), 1)).toThrow(UnknownEventError);
    expect(() => assertKnown(stream, event('Known'), 3)).toThrow(UnknownEventError);
  });
});
