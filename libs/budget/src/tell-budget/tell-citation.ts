import type { FactCited } from '#libs/kernel';
import type { BudgetEvent } from '../contract/index.js';
import type { BudgetDocument } from '../fiscal-year/projected-budget.js';

/** What was decided without a paragraph. */
const decided: Readonly<Record<string, string>> = {
  BudgetAdopted: 'budgeten',
  BudgetAmended: 'tilläggsbudgeten',
  BudgetReallocated: 'omfördelningen i budgeten',
  BudgetReclassified: 'omräkningen av jämförelseåret i budgeten',
  GrantChangeExplained: 'förklaringen av kommunbidragets förändring i budgeten',
  ContingencyReserveSet: 'den förvaltningscentrala bufferten i budgeten',
  ContingencyReserveMoved: 'flytten av den förvaltningscentrala bufferten i budgeten',
  ContingencyReserveDrawn: 'användningen av den förvaltningscentrala bufferten i budgeten',
  InvestmentBudgetAdopted: 'investeringsbudgeten',
} satisfies Record<Exclude<BudgetEvent['type'], 'FactCited'>, string>;

/** A paragraph that was told afterwards, for a fact that stood without one. */
export function tellCitation({ data: { revision } }: FactCited, { uncited, year }: BudgetDocument): string {
  const type = uncited.open.find((fact) => fact.revision === revision)?.type ?? '';
  return `Paragrafen för ${decided[type] ?? 'ett tidigare beslut om budgeten'} för ${year} angavs i efterhand`;
}
