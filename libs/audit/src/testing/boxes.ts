import {
  parseStreamId,
  parseStreamName,
  type Basis,
  type DomainEvent,
  type FactCited,
  type Item,
  type Projection,
  type Recorded,
  type Teller,
} from '#libs/kernel';

/** Committees that keep money in boxes, and lend boxes to one another: something to tell that no context knows of. */
type Saved = DomainEvent<'Saved', { readonly box: string; readonly amountOre: number }>;
type Emptied = DomainEvent<'Emptied', { readonly box: string }>;
type Lent = DomainEvent<'Lent', { readonly box: string; readonly to: string }>;
type BoxEvent = Saved | Emptied | Lent | FactCited;

const report = (effectiveOn: string): Basis => ({ kind: 'report', effectiveOn });
const decided = (citation: string): Basis => ({
  kind: 'decision',
  citation,
  effectiveOn: /\d{4}-\d\d-\d\d/.exec(citation)?.[0] ?? '',
});
/** From when it holds, or the paragraph that it rests on and holds from. */
const basisOf = (ground: string): Basis => (ground.includes('§') ? decided(ground) : report(ground));

export const saved = (box: string, amountOre: number, ground: string): Saved => ({
  type: 'Saved',
  data: { box, amountOre },
  basis: basisOf(ground),
});
export const savedUncited = (box: string, amountOre: number, effectiveOn: string): Saved => ({
  ...saved(box, amountOre, effectiveOn),
  basis: { kind: 'uncited', reason: 'Protokollet saknas.', effectiveOn },
});
export const emptied = (box: string, ground: string): Emptied => ({
  type: 'Emptied',
  data: { box },
  basis: basisOf(ground),
});
export const lent = (box: string, to: string, ground: string): Lent => ({
  type: 'Lent',
  data: { box, to },
  basis: basisOf(ground),
});
export const factCited = (revision: number, citation: string): FactCited => ({
  type: 'FactCited',
  data: { revision },
  basis: decided(citation),
});

interface Box {
  readonly committee: string;
  readonly name: string;
  readonly heldOre: number | null;
  readonly borrowed: readonly string[];
}

/** A document a box, and one a committee (`SN.`) of the boxes that it has borrowed. All committees stand in `boxes-`. */
const boxes: Projection<Box, BoxEvent> = {
  name: 'test-boxes',
  version: 1,
  contexts: ['boxes'],
  keysOf: (event) => {
    const own = committeeOf(event);
    if (event.type === 'FactCited') return [`${own}.`];
    return event.type === 'Lent' ? [`${own}.`, `${event.data.to}.`] : [`${own}.${event.data.box}`];
  },
  initial: (key) => ({
    committee: key.split('.')[0] ?? '',
    name: key.split('.')[1] ?? '',
    heldOre: null,
    borrowed: [],
  }),
  evolve: (box, event) => {
    switch (event.type) {
      case 'Saved':
        return { ...box, heldOre: (box.heldOre ?? 0) + event.data.amountOre };
      case 'Emptied':
        return { ...box, heldOre: null };
      case 'Lent':
        return event.data.to === box.committee
          ? { ...box, borrowed: [...box.borrowed, event.data.box] }
          : box;
      default:
        return box;
    }
  },
  index: ({ committee, name }) => ({ committee, year: null, sortKey: name }),
  sources: () => [{ prefix: 'boxes-' }],
};

function committeeOf({ record }: Recorded): string {
  return parseStreamName(parseStreamId(record.stream).name).committee ?? '';
}

export const boxTeller: Teller<Box, BoxEvent> = {
  projection: boxes,
  // What a committee borrows is told by the one that lends it.
  tell: (event, { committee, heldOre }) => {
    switch (event.type) {
      case 'Saved':
        return `Nämnden lade ${event.data.amountOre} öre till ${heldOre ?? 'ingenting'}`;
      case 'Emptied':
        return 'Nämnden tömde lådan';
      case 'Lent':
        return committee === committeeOf(event) ? `Lådan lånades ut till ${event.data.to}` : null;
      default:
        return 'Nämnden angav paragrafen';
    }
  },
  itemsOf: ({ name, heldOre, borrowed }) => [
    ...(heldOre === null ? [] : [held(name, heldOre)]),
    ...borrowed.map((box): Item => ({
      path: `borrowed/${box}`,
      label: `lånad låda ${box}`,
      value: { kind: 'words', words: 'lånad' },
    })),
  ],
};

const held = (name: string, amountOre: number): Item => ({
  path: `boxes/${name}`,
  label: `lådan ${name}`,
  value: { kind: 'amount', amountOre },
});

/** How many facts were recorded of each committee: a view without words, of the same events. */
export const factCounter: Teller<{ readonly committee: string; readonly count: number }, BoxEvent> = {
  projection: {
    name: 'test-fact-counts',
    version: 1,
    contexts: ['boxes'],
    keysOf: (event) => [committeeOf(event)],
    initial: (committee) => ({ committee, count: 0 }),
    evolve: (doc) => ({ ...doc, count: doc.count + 1 }),
    index: ({ committee }) => ({ committee, year: null, sortKey: committee }),
    sources: ({ committee }) => [{ prefix: committee === undefined ? 'boxes-' : `boxes-${committee}.` }],
  },
  tell: () => null,
  itemsOf: ({ count }) => [
    { path: 'facts', label: 'uppgifter', value: { kind: 'words', words: String(count) } },
  ],
};
