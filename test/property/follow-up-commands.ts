import fc from 'fast-check';

/** A line in tkr; `finer` adds half a unit. */
export interface DrawnLine {
  readonly group: string;
  readonly tkr: number;
  readonly finer: boolean;
}

/** A statement; `printed` is how many tkr the printed gross cost stands from the lines, or null where none is printed. */
export interface DrawnStatement {
  readonly lines: readonly DrawnLine[];
  readonly printed: number | null;
}

export type DrawnCommand =
  | { readonly kind: 'calendar'; readonly rounds: readonly DrawnRound[]; readonly on: string }
  | {
      readonly kind: 'forecast';
      readonly round: number;
      readonly on: string | null;
      readonly figures: DrawnStatement | DrawnLine;
    }
  | { readonly kind: 'note'; readonly round: number; readonly on: string; readonly body: string }
  | { readonly kind: 'outcome'; readonly month: number; readonly statement: DrawnStatement }
  | { readonly kind: 'close'; readonly on: string; readonly statement: DrawnStatement }
  | { readonly kind: 'correct'; readonly on: string; readonly statement: DrawnStatement }
  | { readonly kind: 'cite'; readonly revision: number; readonly on: string };

export interface DrawnRound {
  readonly round: number;
  readonly date: string;
}

/** Days of the year 2023 and around it: what a fact can hold from, and the days on which answers are compared. */
export const dates = [
  '2022-12-31',
  '2023-01-01',
  '2023-03-21',
  '2023-05-16',
  '2023-09-19',
  '2023-12-31',
  '2024-01-31',
  '2024-02-20',
] as const;

export const oreOf = ({ tkr, finer }: DrawnLine) => tkr * 100_000 + (finer ? 50_000 : 0);

/** Nearly always the one, now and then the other. */
function mostly<T, U>(usual: fc.Arbitrary<T>, unusual: fc.Arbitrary<U>): fc.Arbitrary<T | U> {
  return fc.oneof({ weight: 12, arbitrary: usual }, { weight: 1, arbitrary: unusual });
}

const rarely = mostly(fc.constant(false), fc.constant(true));
const date = fc.constantFrom(...dates);
const group = mostly(fc.constantFrom('revenue', 'staffCosts', 'otherCosts'), fc.constant('catering'));
const line = fc.record({ group, tkr: fc.integer({ min: -500, max: 500 }), finer: rarely });
const lines = mostly(
  fc.uniqueArray(line, { minLength: 1, maxLength: 3, selector: (drawn) => drawn.group }),
  fc.array(line, { minLength: 2, maxLength: 2 }),
);
const statement = fc.record({ lines, printed: mostly(fc.constant(null), fc.integer({ min: -3, max: 3 })) });

/** Most calendars are in order; some have a gap, a date twice or a date outside the year. */
const calendar = fc.oneof(
  { weight: 6, arbitrary: fc.constant(inOrder(['2023-03-21', '2023-05-16', '2023-09-19'])) },
  { weight: 2, arbitrary: fc.constant(inOrder(['2023-03-21', '2023-09-19'])) },
  { weight: 2, arbitrary: fc.constant(inOrder(['2023-03-21', '2023-05-16', '2024-01-31'])) },
  {
    weight: 2,
    arbitrary: fc.array(fc.record({ round: fc.integer({ min: 1, max: 3 }), date }), {
      minLength: 1,
      maxLength: 3,
    }),
  },
);

function inOrder(days: readonly string[]): readonly DrawnRound[] {
  return days.map((day, n) => ({ round: n + 1, date: day }));
}

const round = mostly(fc.integer({ min: 1, max: 3 }), fc.constant(4));
const begun = mostly(fc.constant('2023-01-01'), date);
const afterwards = mostly(fc.constantFrom('2023-12-31', '2024-02-20'), date);

const command: fc.Arbitrary<DrawnCommand> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('calendar' as const), rounds: calendar, on: begun }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('forecast' as const),
      round,
      on: mostly(fc.constant(null), date),
      figures: fc.oneof(
        line.map((total) => ({ ...total, group: 'annualResult' })),
        statement,
      ),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('note' as const),
      round,
      on: date,
      body: mostly(fc.constant('SN'), fc.constant('KS')),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('outcome' as const),
      month: fc.integer({ min: 1, max: 3 }),
      statement,
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('close' as const), on: afterwards, statement }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('correct' as const), on: afterwards, statement }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('cite' as const),
      revision: fc.nat(12),
      on: mostly(fc.constant('2024-02-20'), date),
    }),
  },
);

/** A year begins with a calendar, mostly. */
export const followUpCommands: fc.Arbitrary<readonly DrawnCommand[]> = fc
  .tuple(fc.boolean(), fc.array(command, { maxLength: 25 }))
  .map(([isPlanned, commands]) => [
    ...(isPlanned
      ? [
          {
            kind: 'calendar',
            rounds: inOrder(['2023-03-21', '2023-05-16', '2023-09-19']),
            on: '2023-01-01',
          } as const,
        ]
      : []),
    ...commands,
  ]);
