import type { FiscalYear, Rejection } from '#libs/kernel';
import type { InvestmentCategory, InvestmentRounding } from '../contract/index.js';

/** Objections to an investment budget. */
export type InvestmentRejection =
  | Rejection<
      'investment-years-out-of-order',
      { readonly year: FiscalYear; readonly years: readonly FiscalYear[]; readonly maxYears: number }
    >
  | Rejection<'investment-category-repeated', { readonly category: InvestmentCategory }>
  | Rejection<'investment-line-repeated', { readonly category: InvestmentCategory; readonly name: string }>
  /** `subject` is a line's name, a category whose totals these are, or `total`. */
  | Rejection<
      'investment-columns-mismatch',
      { readonly subject: string; readonly amounts: number; readonly years: number }
    >
  | Rejection<'investment-total-contradicted', { readonly contradictions: readonly InvestmentRounding[] }>;
