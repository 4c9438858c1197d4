import type { BudgetAdopted, BudgetEvent } from '#libs/budget/contract';
import type { Ore, PlainDate } from '#libs/kernel';
import type { CalendarRound, FollowUpEvent, RoundKind } from '../contract/index.js';
import { accountsClosed } from '../fiscal-year/accounts-fixtures.js';
import { monthInTkr, recordedInTkr, reported, tkr, varianceForecast } from '../fiscal-year/fixtures.js';

/** The budget of Socialnämnden 2023, in tkr. */
export const budget2023InTkr = {
  revenue: 16_924,
  staffCosts: -137_901,
  premisesRent: -12_595,
  purchasedServices: -57_276,
  otherCosts: -33_199,
  municipalGrant: 224_047,
  netFinancialItems: 0,
};

export function budgetAdopted(
  year: number,
  figures: Readonly<Record<string, number>>,
  effectiveOn = `${year - 1}-11-15`,
): BudgetAdopted {
  return {
    type: 'BudgetAdopted',
    data: {
      year,
      lines: recordedInTkr(figures),
      controlTotals: {},
      adoptedResultOre: 0,
      rounding: [],
      precision: 'tkr',
      planYears: [],
    },
    basis: { kind: 'uncited', reason: 'Paragrafen framgår inte av handlingarna.', effectiveOn },
  };
}

export const budget2023: readonly BudgetEvent[] = [
  budgetAdopted(2023, budget2023InTkr),
  {
    type: 'ContingencyReserveSet',
    data: { heldIn: 'purchasedServices', amountOre: tkr(3_361), precision: 'tkr', share: null },
    basis: reported('2022-11-15'),
  },
];

/** A reallocation within the year: so many tkr more for the second group, so many less for the first. */
export function reallocated(
  from: string,
  to: string,
  thousands: number,
  effectiveOn: PlainDate,
): BudgetEvent {
  const [taken, given] = [recordedInTkr({ [from]: 0 })[0], recordedInTkr({ [to]: 0 })[0]];
  if (!taken || !given) throw new Error(`${from} or ${to} is no account group.`);
  const change = ({ accountGroup, name, kind }: typeof taken, changeOre: Ore) => ({
    accountGroup,
    name,
    kind,
    changeOre,
  });
  return {
    type: 'BudgetReallocated',
    data: { precision: 'tkr', changes: [change(taken, tkr(thousands)), change(given, tkr(-thousands))] },
    basis: { kind: 'decision', citation: `SN ${effectiveOn}, § 1`, effectiveOn },
  };
}

const dates2023 = [
  '2023-03-21',
  '2023-04-21',
  '2023-05-16',
  '2023-06-13',
  '2023-08-22',
  '2023-09-19',
  '2023-10-24',
  '2023-11-14',
  '2023-12-12',
];

const kinds: Readonly<Record<number, RoundKind>> = { 3: 'extendedMonthly', 6: 'interimAccounts' };

export const nineRounds: readonly CalendarRound[] = dates2023.map((date, n) => ({
  round: n + 1,
  date,
  kind: kinds[n + 1] ?? 'monthly',
}));

/** The calendar of a year whose rounds meet on the same days as those of 2023. */
export function calendarOf(year: number): FollowUpEvent {
  const rounds = nineRounds.map((round) => ({ ...round, date: round.date.replace('2023', String(year)) }));
  return { type: 'FollowUpCalendarSet', data: { rounds }, basis: reported(`${year}-01-01`) };
}

/** Forecasts of the annual result's variance in tkr, one a round; null leaves a round out. */
export function forecastsOf(year: number, variances: readonly (number | null)[]): readonly FollowUpEvent[] {
  return variances.flatMap((thousands, n): readonly FollowUpEvent[] => {
    const date = dates2023[n]?.replace('2023', String(year)) ?? '';
    if (thousands === null) return [];
    return [{ type: 'ForecastSubmitted', data: varianceForecast(n + 1, thousands), basis: reported(date) }];
  });
}

/** What came out in each month from January, in tkr of net cost. */
export function outcomesOf(year: number, netCosts: readonly number[]): readonly FollowUpEvent[] {
  return netCosts.map((thousands, n) => ({
    type: 'OutcomeRecorded',
    data: { month: n + 1, ...monthInTkr({ staffCosts: thousands }) },
    basis: reported(`${year}-${String(n + 1).padStart(2, '0')}-28`),
  }));
}

/** 2023 as the annual report tells it: nine forecasts of 0, and 129 tkr to the good. */
export const followUp2023: readonly FollowUpEvent[] = [
  calendarOf(2023),
  ...forecastsOf(
    2023,
    dates2023.map(() => 0),
  ),
  accountsClosed,
];

/** Accounts that end a year so many tkr from its budget of 0; the grant alone differs. */
export function accountsWithResult(year: number, thousands: number): FollowUpEvent {
  const figures = { staffCosts: -100_000 + thousands, municipalGrant: 100_000 };
  return {
    type: 'AccountsClosed',
    data: { ...monthInTkr(figures), investments: null },
    basis: {
      kind: 'uncited',
      reason: 'Paragrafen framgår inte av handlingarna.',
      effectiveOn: `${year}-12-31`,
    },
  };
}

/** A budget of 100 mnkr that balances. */
export function evenBudget(year: number): BudgetEvent {
  return budgetAdopted(year, { staffCosts: -100_000, municipalGrant: 100_000 });
}
