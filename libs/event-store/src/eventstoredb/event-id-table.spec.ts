import fc from 'fast-check';
import { EventIdTable, idWords, type StreamPlace } from './event-id-table.js';
import { addSegment, IdSegmentBuilder } from './id-segment.js';

const place = fc.record({
  stream: fc.constantFrom('budget-SN.2023', 'budget-SN.2024', 'decisions-ÄLN.2023'),
  revision: fc.nat({ max: 2 ** 32 - 2 }),
});
/** Many that differ in a few bits only, as if somebody had wanted them to collide. */
const id = fc.oneof(
  fc.uuid(),
  fc.nat({ max: 500 }).map((n) => `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`),
  fc
    .nat({ max: 500 })
    .map((n) => `${n.toString(16).padStart(8, '0')}-0000-4000-8000-0000${n.toString(16).padStart(8, '0')}`),
);
const placed = fc.array(fc.tuple(id, place), { maxLength: 600 });

const placesIn = (table: EventIdTable, ids: Iterable<string>): (StreamPlace | undefined)[] =>
  [...ids].map((one) => table.find(idWords(one)));

describe('the table of event ids', () => {
  it('finds what was added last under an id, and nothing else', () => {
    fc.assert(
      fc.property(placed, fc.array(id), (added, others) => {
        const [table, model] = [new EventIdTable(), new Map<string, StreamPlace>()];
        for (const [one, where] of added) {
          table.add(idWords(one), where);
          model.set(one, where);
        }
        expect(table.size).toBe(model.size);
        expect(placesIn(table, model.keys())).toEqual([...model.values()]);
        expect(placesIn(table, others)).toEqual(others.map((one) => model.get(one)));
      }),
    );
  });

  it('is the same when it has been written down and read again', () => {
    fc.assert(
      fc.property(
        placed.filter(({ length }) => length > 0),
        (added) => {
          const builder = new IdSegmentBuilder('1:1');
          for (const [n, [one, where]] of added.entries()) builder.add(one, where, `${n}:${n}`);
          const segment = builder.build();
          expect(segment).toMatchObject({ after: '1:1', upTo: `${added.length - 1}:${added.length - 1}` });

          const [table, model] = [new EventIdTable(), new Map(added)];
          expect(addSegment(table, segment!)).toBe(model.size);
          expect(placesIn(table, model.keys())).toEqual([...model.values()]);
          const names = Buffer.byteLength(JSON.stringify(segment!.streams)) - 1;
          expect(builder.bytes).toBe(segment!.entries.length + names);
        },
      ),
    );
    expect(new IdSegmentBuilder(null).build()).toBeNull();
  });
});
