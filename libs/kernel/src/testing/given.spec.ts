import { accept, reject, type Decision } from '../decision.js';
import type { DomainEvent } from '../domain-event.js';
import type { Rejection } from '../rejection.js';
import type { StreamDefinition } from '../stream-definition.js';
import { given } from './given.js';

type Opened = DomainEvent<'Opened', { readonly door: string }>;
type Closed = Rejection<'already-open', { readonly door: string }>;

const opened = (door: string): Opened => ({
  type: 'Opened',
  data: { door },
  basis: { kind: 'report', effectiveOn: '2023-01-01' },
});
const doors: StreamDefinition<readonly string[], Opened> = {
  context: 'doors',
  schemaVersions: { Opened: 1 },
  initialState: [],
  evolve: (open, event) => [...open, event.data.door],
};
const open = (door: string, state: readonly string[]): Decision<Opened, Closed> =>
  state.includes(door)
    ? reject({ code: 'already-open', facts: { door } })
    : accept([opened(door)], state.length > 0 ? [{ code: 'draught', facts: {} }] : []);

describe('the given/when/then kit', () => {
  it('answers the state that the recorded facts lead to', () => {
    expect(
      given(doors, [opened('a')])
        .when(open, 'b')
        .thenWarned('draught')
        .thenRecorded(opened('b')),
    ).toEqual(['a', 'b']);
  });

  it('fails where other facts were recorded', () => {
    expect(() => given(doors).when(open, 'a').thenRecorded(opened('b'))).toThrow();
    expect(() => given(doors).when(open, 'a').thenRecorded()).toThrow();
  });

  it('fails where the answer was of the other kind, the code another or the facts others', () => {
    expect(() => given(doors).when(open, 'a').thenRejected('already-open')).toThrow('Accepted');
    expect(() =>
      given(doors, [opened('a')])
        .when(open, 'a')
        .thenRecorded(),
    ).toThrow('Refused');
    expect(() =>
      given(doors, [opened('a')])
        .when(open, 'a')
        .thenRejected('already-open', { door: 'b' }),
    ).toThrow();
    given(doors, [opened('a')])
      .when(open, 'a')
      .thenRejected('already-open', { door: 'a' });
  });

  it('fails where a warning is missing or too many', () => {
    expect(() => given(doors).when(open, 'a').thenWarned('draught')).toThrow();
    expect(() =>
      given(doors, [opened('a')])
        .when(open, 'b')
        .thenWarned(),
    ).toThrow();
  });
});
