import type { FollowUpEvent, YearEndAccounts } from '../contract/index.js';
import {
  calendarSet,
  decided,
  forecastNoted,
  forecastRevised,
  forecastSubmitted,
  outcomeCorrected,
  outcomeRecorded,
  recordedInTkr,
  reported,
  tkr,
  uncitedAccounts,
} from './fixtures.js';

/** The accounts of Socialnämnden 2023, in tkr. */
export const accounts2023InTkr = {
  revenue: 21_733,
  staffCosts: -127_614,
  premisesRent: -11_919,
  purchasedServices: -71_576,
  otherCosts: -34_535,
  municipalGrant: 224_047,
  netFinancialItems: -6,
};

export const printedTotals2023 = {
  grossCostOre: tkr(-245_645),
  netCostOre: tkr(-223_912),
  annualResultOre: tkr(129),
};

export const accounts2023: YearEndAccounts = {
  lines: recordedInTkr(accounts2023InTkr),
  precision: 'tkr',
  controlTotals: printedTotals2023,
  rounding: [
    {
      total: 'grossCost',
      printedOre: tkr(-245_645),
      computedOre: tkr(-245_644),
      differenceOre: tkr(-1),
      toleranceOre: tkr(2),
    },
  ],
  investments: null,
};

export const accountsClosed: FollowUpEvent = {
  type: 'AccountsClosed',
  data: {
    ...accounts2023,
    investments: {
      categories: [
        {
          category: 'reinvestment',
          lines: [
            { name: 'Inventarier', amountOre: tkr(305) },
            { name: 'IT-utrustning', amountOre: tkr(200) },
            { name: 'Transportmedel', amountOre: tkr(20) },
          ],
          totalOre: tkr(525),
        },
      ],
      totalOre: tkr(525),
      rounding: [],
    },
  },
  basis: uncitedAccounts,
};

export const accountsCorrected: FollowUpEvent = {
  type: 'AccountsCorrected',
  data: {
    lines: recordedInTkr({ ...accounts2023InTkr, otherCosts: -34_635 }),
    precision: 'tkr',
    controlTotals: {},
    rounding: [],
    investments: null,
    reason: 'En faktura var bokförd på fel år.',
  },
  basis: reported('2024-03-19'),
};

/** One of every type, as it is stored; in this order they make a history. */
export const followUpSamples: readonly FollowUpEvent[] = [
  calendarSet,
  forecastSubmitted,
  forecastRevised,
  forecastNoted,
  outcomeRecorded,
  outcomeCorrected,
  accountsClosed,
  accountsCorrected,
  { type: 'FactCited', data: { revision: 6 }, basis: decided('SN 2024-02-20, § 9', '2024-02-20') },
];
