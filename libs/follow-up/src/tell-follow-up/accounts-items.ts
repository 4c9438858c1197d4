import { investmentsInSwedish } from '#libs/budget/contract';
import { amountItem, groupItems, sumItems, type Item, type ItemPlace } from '#libs/kernel';
import type { InvestmentOutcome } from '../contract/index.js';
import { sumsOf } from '../fiscal-year/statement.js';
import { standingAccounts, type FollowUpYear } from '../fiscal-year/year-document.js';

/** The accounts that stand: their lines, their sums, and what was invested by category and altogether. */
export function accountsItems(doc: FollowUpYear): readonly Item[] {
  const accounts = standingAccounts(doc);
  if (!accounts) return [];
  const place = { path: `follow-up/${doc.year}/accounts`, label: `bokslut ${doc.year}` };
  return [
    ...groupItems(place, accounts.lines),
    ...sumItems(place, sumsOf(accounts)),
    ...(accounts.investments ? investmentItems(accounts.investments, place) : []),
  ];
}

function investmentItems({ categories, totalOre }: InvestmentOutcome, place: ItemPlace): readonly Item[] {
  return [
    ...categories.map(({ category, totalOre: ore }) =>
      amountItem(place, `investments/${category}`, investmentsInSwedish[category], ore),
    ),
    amountItem(place, 'investments/total', 'investeringar totalt', totalOre),
  ];
}
