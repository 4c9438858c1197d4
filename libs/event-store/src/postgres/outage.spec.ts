import { EventStoreUnavailableError } from '../errors.js';
import { isBrokenConnection, isLostRace, isOutage, unavailable } from './outage.js';

const answer = (code: string) => Object.assign(new Error(code), { severity: 'ERROR', code });
const onTheWay = (code: string) => Object.assign(new Error(code), { code });

describe('an error of the database', () => {
  it.each([
    ['a server that shuts down', answer('57P01'), { outage: true, broken: true, lostRace: false }],
    ['too many connections', answer('53300'), { outage: true, broken: false, lostRace: false }],
    ['a lock that was not given in time', answer('55P03'), { outage: true, broken: false, lostRace: false }],
    ['a statement that took too long', answer('57014'), { outage: true, broken: false, lostRace: false }],
    ['a standby', answer('25006'), { outage: true, broken: false, lostRace: false }],
    ['a broken pipe', onTheWay('EPIPE'), { outage: true, broken: true, lostRace: false }],
    [
      'a connection that ended',
      new Error('Connection terminated'),
      { outage: true, broken: true, lostRace: false },
    ],
    ['a unique key', answer('23505'), { outage: false, broken: false, lostRace: true }],
    ['a deadlock', answer('40P01'), { outage: false, broken: false, lostRace: true }],
    ['a missing table', answer('42P01'), { outage: false, broken: false, lostRace: false }],
    ['a missing right', answer('42501'), { outage: false, broken: false, lostRace: false }],
    [
      'a fault of ours',
      new TypeError('x is not a function'),
      { outage: false, broken: false, lostRace: false },
    ],
  ])('is known for what it is: %s', (_, error, expected) => {
    const known = { outage: isOutage(error), broken: isBrokenConnection(error), lostRace: isLostRace(error) };
    expect(known).toEqual(expected);
  });

  it('is told with its reason, once', () => {
    const told = unavailable(answer('57P01'));

    expect(told).toBeInstanceOf(EventStoreUnavailableError);
    expect(told.message).toBe('The event store cannot be reached: 57P01');
    expect(unavailable(told)).toBe(told);
  });
});
