import type { DomainEvent, StreamDefinition } from '#libs/kernel';
import { StateCache } from './state-cache.js';

const definition: StreamDefinition<string, DomainEvent> = {
  context: 'spec',
  schemaVersions: {},
  initialState: 'initial',
  evolve: (state) => state,
};

describe('the cache of states', () => {
  it('starts a stream that it does not hold from its initial state', () => {
    expect(new StateCache().get('a', definition)).toEqual({
      state: 'initial',
      revision: -1,
      standing: -1,
      epoch: 0,
    });
  });

  it('lets go of the state unused for longest', () => {
    const cache = new StateCache(2);
    for (const stream of ['a', 'b', 'a', 'c']) {
      cache.set(stream, definition, { state: stream, revision: 0, standing: 0, epoch: 0 });
    }
    expect(['a', 'b', 'c'].map((stream) => cache.get(stream, definition).revision)).toEqual([0, -1, 0]);
  });

  it('keeps the states of two definitions of one stream apart', () => {
    const cache = new StateCache();
    cache.set('a', definition, { state: 'seen', revision: 3, standing: 3, epoch: 0 });
    const other = { ...definition, initialState: 'other' };
    expect(cache.get('a', definition)).toMatchObject({ state: 'seen', revision: 3 });
    expect(cache.get('a', other)).toMatchObject({ state: 'other', revision: -1, standing: -1 });
  });

  it('forgets a stream, and takes in nothing that was read before', () => {
    const cache = new StateCache();
    cache.set('a', definition, { state: 'seen', revision: 3, standing: 3, epoch: 0 });
    cache.set('b', definition, { state: 'other', revision: 1, standing: 1, epoch: 0 });
    const read = cache.get('a', definition);
    cache.forget(['a']);
    cache.set('a', definition, { ...read, revision: 4 });
    expect(cache.get('a', definition)).toEqual({ state: 'initial', revision: -1, standing: -1, epoch: 1 });
    expect(cache.get('b', definition)).toMatchObject({ state: 'other', revision: 1 });
    cache.set('a', definition, { ...read, epoch: 1 });
    expect(cache.get('a', definition)).toMatchObject({ state: 'seen', revision: 3 });
  });
});
