import type { DomainEvent } from './domain-event.js';
import type { Projection } from './projection.js';
import { itemChanges, itemsOf, tellEvents } from './tell-events.js';
import type { Item, Teller } from './telling.js';
import { record } from './testing/index.js';

type Saved = DomainEvent<'Saved', { readonly box: string; readonly amountOre: number }>;
type Emptied = DomainEvent<'Emptied', { readonly box: string }>;
type BoxEvent = Saved | Emptied;
interface Box {
  readonly name: string;
  readonly heldOre: number | null;
}

const basis = { kind: 'report', effectiveOn: '2025-01-31' } as const;
const saved = (box: string, amountOre: number): Saved => ({ type: 'Saved', data: { box, amountOre }, basis });
const emptied = (box: string): Emptied => ({ type: 'Emptied', data: { box }, basis });

const boxes: Projection<Box, BoxEvent> = {
  name: 'boxes',
  version: 1,
  contexts: ['boxes'],
  keysOf: ({ data }) => data.box.split('+'),
  initial: (name) => ({ name, heldOre: null }),
  evolve: (box, event) => ({
    ...box,
    heldOre: event.type === 'Saved' ? (box.heldOre ?? 0) + event.data.amountOre : null,
  }),
  index: ({ name }) => ({ committee: null, year: null, sortKey: name }),
  sources: () => [{ prefix: 'boxes' }],
};
const teller: Teller<Box, BoxEvent> = {
  projection: boxes,
  tell: ({ type, data }, { heldOre }) =>
    type === 'Saved' ? `Till ${heldOre ?? 'ingenting'} lades ${data.amountOre}` : null,
  itemsOf: ({ name, heldOre }) => (heldOre === null ? [] : [held(name, heldOre)]),
};
const held = (name: string, amountOre: number): Item => ({
  path: `boxes/${name}`,
  label: `lådan ${name}`,
  value: { kind: 'amount', amountOre },
});
const amount = (amountOre: number) => ({ kind: 'amount', amountOre });
const recorded = (...facts: readonly BoxEvent[]) => record({ tenant: 'alingsas', name: 'boxes.all' }, facts);
const told = (...facts: readonly BoxEvent[]) =>
  tellEvents([teller], recorded(...facts)).map(({ sentence, changes }) => ({
    sentence,
    changes: changes.map(({ path, from, to }) => ({ path, from, to })),
  }));

describe('telling events', () => {
  it('says what each did, and what changed from what to what on top of those before it', () => {
    expect(told(saved('red', 5), saved('blue', 1), saved('red', 2))).toEqual([
      { sentence: 'Till ingenting lades 5', changes: [{ path: 'boxes/red', from: null, to: amount(5) }] },
      { sentence: 'Till ingenting lades 1', changes: [{ path: 'boxes/blue', from: null, to: amount(1) }] },
      { sentence: 'Till 5 lades 2', changes: [{ path: 'boxes/red', from: amount(5), to: amount(7) }] },
    ]);
  });

  it('tells an event once, and its changes in every document that it concerns', () => {
    expect(told(saved('red+blue', 5))).toEqual([
      {
        sentence: 'Till ingenting lades 5',
        changes: [
          { path: 'boxes/red', from: null, to: amount(5) },
          { path: 'boxes/blue', from: null, to: amount(5) },
        ],
      },
    ]);
  });

  it('says that something holds no longer, and leaves the words to others where it has none', () => {
    expect(told(saved('red', 5), emptied('red'))[1]).toEqual({
      sentence: null,
      changes: [{ path: 'boxes/red', from: amount(5), to: null }],
    });
  });

  it('passes over what has been erased, as every fold does', () => {
    const [first, second] = recorded(saved('red', 5), saved('red', 2));
    const gone = { ...first!, data: null as never, record: { ...first!.record, erased: true as const } };
    expect(tellEvents([teller], [gone, second!])).toMatchObject([
      { sentence: null, changes: [] },
      { sentence: 'Till ingenting lades 2', changes: [{ to: amount(2) }] },
    ]);
  });

  it('shows no event to a view of another context', () => {
    const others = record({ tenant: 'alingsas', name: 'shelves-SN.1' }, [saved('red', 5)]);
    expect(tellEvents([teller], others)).toEqual([{ event: others[0], sentence: null, changes: [] }]);
  });
});

describe('the changes between two states', () => {
  it('are what differs, in the order of the later state, then what is gone', () => {
    const before = [held('red', 1), held('blue', 2), held('green', 3)];
    const after = [held('white', 4), held('blue', 2), held('red', 9)];
    expect(itemChanges(before, after)).toEqual([
      { path: 'boxes/white', label: 'lådan white', from: null, to: amount(4) },
      { path: 'boxes/red', label: 'lådan red', from: amount(1), to: amount(9) },
      { path: 'boxes/green', label: 'lådan green', from: amount(3), to: null },
    ]);
  });

  it('tell words from amounts, and the same words from others', () => {
    const words = (text: string): Item => ({ ...held('red', 1), value: { kind: 'words', words: text } });
    expect(itemChanges([words('klar')], [words('klar')])).toEqual([]);
    expect(itemChanges([words('klar')], [words('pågår')])).toHaveLength(1);
    expect(itemChanges([words('1')], [held('red', 1)])).toHaveLength(1);
  });

  it('are told where the same amount is of another kind', () => {
    const planned: Item = { ...held('red', 1), value: { kind: 'amount', amountOre: 1, as: 'plan' } };
    expect(itemChanges([planned], [planned])).toEqual([]);
    expect(itemChanges([planned], [held('red', 1)])).toMatchObject([{ from: { as: 'plan' }, to: amount(1) }]);
  });

  it('of documents are those of their items', () => {
    expect(
      itemsOf(teller, [
        { name: 'red', heldOre: 1 },
        { name: 'blue', heldOre: null },
      ]),
    ).toEqual([held('red', 1)]);
  });
});
