import { defaultAccountGroups, type Basis, type Ore, type PlainDate, type StatementLine } from '#libs/kernel';
import type { RecordedLine } from '#libs/budget/contract';
import type { CalendarRound, FollowUpEvent, Forecast, OutcomeStatement } from '../contract/index.js';

export const tkr = (thousands: number): Ore => thousands * 100_000;

/** Lines of a statement from figures in tkr by account group. */
export function inTkr(figures: Readonly<Record<string, number>>): readonly StatementLine[] {
  return Object.entries(figures).map(([accountGroup, thousands]) => ({
    accountGroup,
    amountOre: tkr(thousands),
  }));
}

/** The same lines as they are recorded: with the name and kind of their account group. */
export function recordedInTkr(figures: Readonly<Record<string, number>>): readonly RecordedLine[] {
  return defaultAccountGroups.flatMap(({ id, name, kind }) => {
    const thousands = figures[id];
    return thousands === undefined ? [] : [{ accountGroup: id, name, kind, amountOre: tkr(thousands) }];
  });
}

export const reported = (effectiveOn: PlainDate) => ({ kind: 'report', effectiveOn }) as const;
export const decided = (citation: string, effectiveOn: PlainDate) =>
  ({ kind: 'decision', citation, effectiveOn }) as const;

export const uncitedAccounts: Basis & { readonly kind: 'uncited' } = {
  kind: 'uncited',
  reason: 'Årsbokslutet anger ingen paragraf.',
  effectiveOn: '2023-12-31',
};

/** Three of the nine rounds of 2023. */
export const threeRounds: readonly CalendarRound[] = [
  { round: 1, date: '2023-03-21', kind: 'monthly' },
  { round: 2, date: '2023-05-16', kind: 'extendedMonthly' },
  { round: 3, date: '2023-09-19', kind: 'interimAccounts' },
];

export const calendarSet: FollowUpEvent = {
  type: 'FollowUpCalendarSet',
  data: { rounds: threeRounds },
  basis: reported('2023-01-01'),
};

/** A forecast for the committee as a whole: so many tkr from the budgeted result. */
export function varianceForecast(round: number, thousands: number): Forecast {
  return {
    round,
    figureKind: 'variance',
    figures: { scope: 'committee', annualResultOre: tkr(thousands), netCostOre: null },
    precision: 'tkr',
    comment: null,
    assumptions: [],
  };
}

export const forecastSubmitted: FollowUpEvent = {
  type: 'ForecastSubmitted',
  data: varianceForecast(1, 0),
  basis: reported('2023-03-21'),
};

export const forecastRevised: FollowUpEvent = {
  type: 'ForecastRevised',
  data: {
    round: 1,
    figureKind: 'level',
    figures: {
      scope: 'accountGroups',
      lines: recordedInTkr({ revenue: 16_924, staffCosts: -135_900, purchasedServices: -59_300 }),
      controlTotals: { netCostOre: tkr(-178_277) },
      rounding: [
        {
          total: 'netCost',
          printedOre: tkr(-178_277),
          computedOre: tkr(-178_276),
          differenceOre: tkr(-1),
          toleranceOre: tkr(2),
        },
      ],
    },
    precision: 'tkr',
    comment: 'Köpt vård ökar.',
    assumptions: ['Statsbidragen blir som 2022.'],
  },
  basis: reported('2023-03-21'),
};

export const forecastNoted: FollowUpEvent = {
  type: 'ForecastNoted',
  data: { round: 1 },
  basis: decided('SN 2023-03-21, § 19', '2023-03-21'),
};

/** A month in tkr without printed sums. */
export function monthInTkr(figures: Readonly<Record<string, number>>): OutcomeStatement {
  return { lines: recordedInTkr(figures), precision: 'tkr', controlTotals: {}, rounding: [] };
}

export const outcomeRecorded: FollowUpEvent = {
  type: 'OutcomeRecorded',
  data: { month: 1, ...monthInTkr({ revenue: 1_500, staffCosts: -11_000 }) },
  basis: reported('2023-01-31'),
};

export const outcomeCorrected: FollowUpEvent = {
  type: 'OutcomeCorrected',
  data: { month: 1, ...monthInTkr({ revenue: 1_600, staffCosts: -11_000 }) },
  basis: reported('2023-01-31'),
};
