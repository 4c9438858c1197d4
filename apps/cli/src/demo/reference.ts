import { readFileSync } from 'node:fs';

/** The figures of a line in an operating table, in tkr as printed: costs negative, income positive. */
export interface PrintedStatement {
  readonly revenue: number;
  readonly staffCosts: number;
  readonly premisesRent: number;
  readonly purchasedServices: number;
  readonly otherCosts: number;
  readonly municipalGrant: number;
  readonly netFinancialItems: number;
  readonly printed: { readonly grossCost: number; readonly netCost: number; readonly annualResult: number };
}

/** The reference documents' figures: public documents of Alingsås kommun, transcribed. Amounts in tkr unless named. */
export interface Reference {
  readonly municipality: { readonly id: string; readonly name: string };
  readonly committees: readonly { readonly code: string; readonly name: string }[];
  readonly decisions: readonly {
    readonly citation: string;
    readonly subject: string;
    readonly round?: number;
  }[];
  readonly operating: Readonly<
    Record<
      '2022' | '2023-budget' | '2023-outcome' | '2024-budget' | '2025-budget' | '2026-plan' | '2027-plan',
      PrintedStatement
    >
  >;
  readonly grantBridge: Readonly<
    Record<
      string,
      {
        readonly from: number;
        readonly to: number;
        readonly parts: readonly { readonly reason: string; readonly mnkr: number }[];
      }
    >
  >;
  readonly contingencyReserve: {
    readonly heldIn: Readonly<Record<string, string>>;
    readonly move: {
      readonly fiscalYear: number;
      readonly from: string;
      readonly to: string;
      readonly reason: string;
    };
  };
  readonly forecastRounds: Readonly<
    Record<
      string,
      {
        readonly rounds: readonly {
          readonly round: number;
          readonly citation: string;
          readonly forecast: number;
          readonly kind?: string;
        }[];
      }
    >
  >;
  readonly actionPlan: {
    readonly citation: string;
    readonly title: string;
    readonly measures: readonly { readonly id: string; readonly text: string }[];
  };
  readonly investment: {
    readonly budget2025to2029: Readonly<Record<string, unknown>>;
  };
}

export function readReference(): Reference {
  return JSON.parse(readFileSync(new URL('./reference.json', import.meta.url), 'utf8')) as Reference;
}
