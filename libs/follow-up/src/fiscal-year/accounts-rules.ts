import type { Basis, Ore, Rule } from '#libs/kernel';
import type { YearEndAccounts } from '../contract/index.js';
import { checkInvestments, type TypedInvestments } from './investments.js';
import type { FollowUpRejection } from './rejections.js';
import type { FollowUpState } from './state.js';
import { firstFinerAmount, rulesOfStatements } from './statement-rules.js';
import { recordedStatement, type TypedStatement } from './statement.js';

/** Year-end accounts as they were typed in. */
export interface TypedAccounts extends TypedStatement {
  /** Null where nothing is said of investments. */
  readonly investments: TypedInvestments | null;
  readonly basis: Basis;
}

export const rulesOfAccounts: readonly Rule<TypedAccounts, FollowUpState, FollowUpRejection>[] = [
  ...rulesOfStatements,
  everyInvestmentFitsThePrecision,
  everyInvestmentStandsOnce,
  theInvestmentTotalsAgree,
];

/** As they are recorded; meant for accounts that the rules have nothing against. */
export function recordedAccounts(typed: TypedAccounts): YearEndAccounts {
  const { investments, year, precision } = typed;
  return {
    ...recordedStatement(typed),
    investments: investments && checkInvestments(investments, year, precision).outcome,
  };
}

function everyInvestmentFitsThePrecision({
  investments,
  precision,
}: TypedAccounts): FollowUpRejection | null {
  if (!investments) return null;
  const { categories, totalOre } = investments;
  const amounts: readonly (readonly [string, Ore | null])[] = [
    ...categories.flatMap(({ lines }) => lines.map(({ name, amountOre }) => [name, amountOre] as const)),
    ...categories.map((category) => [category.category, category.totalOre] as const),
    ['total', totalOre],
  ];
  return firstFinerAmount(
    amounts.flatMap(([of, ore]) => (ore === null ? [] : [[of, ore] as const])),
    precision,
  );
}

function everyInvestmentStandsOnce({ investments }: TypedAccounts): FollowUpRejection | null {
  const categories = investments?.categories ?? [];
  const twice = firstRepeated(categories.map(({ category }) => category));
  if (twice !== null) return { code: 'investment-category-repeated', facts: { category: twice } };
  for (const { category, lines } of categories) {
    const name = firstRepeated(lines.map((line) => line.name));
    if (name !== null) return { code: 'investment-line-repeated', facts: { category, name } };
  }
  return null;
}

function theInvestmentTotalsAgree({ investments, year, precision }: TypedAccounts): FollowUpRejection | null {
  if (!investments) return null;
  const { contradictions } = checkInvestments(investments, year, precision);
  return contradictions.length > 0
    ? { code: 'investment-total-contradicted', facts: { contradictions } }
    : null;
}

function firstRepeated<Name extends string>(names: readonly Name[]): Name | null {
  return names.find((name, n) => names.indexOf(name) < n) ?? null;
}
