import fc from 'fast-check';
import { EventIndex } from './event-index.js';

const uuid = fc.uuid();
const word = fc.integer({ min: 0, max: 1_000_000 });
const event = fc.record({ id: uuid, stream: word, revision: word, type: word, isErased: fc.boolean() });

describe('the index of a log', () => {
  it('finds every event by its id, as a map would, and takes no id twice', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 300 }), uuid, (events, unknown) => {
        const index = new EventIndex();
        const places = new Map<string, number>();
        for (const { id, isErased, ...place } of events) {
          expect(index.add(id, place, isErased)).toBe(!places.has(id));
          if (places.has(id)) continue;
          expect(index.at(places.size)).toEqual(place);
          expect(index.isErased(places.size)).toBe(isErased);
          places.set(id, places.size);
        }
        for (const [id, place] of places) expect([index.find(id), index.idOf(place)]).toEqual([place, id]);
        expect(index.find(unknown)).toBe(places.get(unknown) ?? null);
      }),
    );
  });

  it('goes on being right when it grows', () => {
    const index = new EventIndex();
    const idOf = (n: number) => `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;
    const count = 20_000;
    for (let n = 0; n < count; n += 1) {
      index.add(idOf(n), { stream: n, revision: 0, type: n % 7 }, n % 3 === 0);
    }
    for (let n = 0; n < count; n += 1) {
      expect(index.find(idOf(n))).toBe(n);
      expect(index.at(n)).toEqual({ stream: n, revision: 0, type: n % 7 });
    }
    expect(index.find(idOf(count))).toBeNull();
  });

  it('tells the first event that was erased and is not named', () => {
    const index = new EventIndex();
    const ids = ['1', '2', '3'].map((n) => `${n.repeat(8)}-0000-4000-8000-000000000000`);
    for (const [n, id] of ids.entries()) index.add(id, { stream: 0, revision: n, type: 0 }, n > 0);
    expect(index.firstErasedUnnamed()).toBe(1);
    index.markNamed(1);
    expect(index.firstErasedUnnamed()).toBe(2);
    index.markNamed(2);
    expect(index.firstErasedUnnamed()).toBeNull();
  });
});
