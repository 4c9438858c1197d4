import {
  enumerate,
  tellExactly,
  unknownEvent,
  withoutFullStop,
  type Recorded,
  type Teller,
} from '#libs/kernel';
import {
  budgetOf,
  type BudgetAdopted,
  type BudgetEvent,
  type GrantChangeExplained,
} from '../contract/index.js';
import { budgets, type BudgetDocument } from '../fiscal-year/projected-budget.js';
import { budgetItems } from './budget-items.js';
import { tellAmendment, tellReallocation } from './tell-changes.js';
import { tellCitation } from './tell-citation.js';
import { tellReserve } from './tell-reserve.js';

/** Says what was done to a budget, and what holds of it. */
export const budgetTeller: Teller<BudgetDocument, BudgetEvent> = {
  projection: budgets,
  // A year that another one's budget plans takes note of the adoption only.
  tell: (event, before) => (budgetOf(event).year === before.year ? tellBudgetEvent(event, before) : null),
  itemsOf: budgetItems,
};

function tellBudgetEvent(event: Recorded<BudgetEvent>, before: BudgetDocument): string {
  const { year } = before;
  switch (event.type) {
    case 'BudgetAdopted':
      return tellAdoption(event.data);
    case 'BudgetAmended':
      return tellAmendment(event.data, year);
    case 'BudgetReallocated':
      return tellReallocation(event.data, year);
    case 'BudgetReclassified':
      return `För jämförelsen räknades budgeten för ${year - 1} om till ${year} års indelning: ${withoutFullStop(event.data.reason)}`;
    case 'GrantChangeExplained':
      return tellGrantChange(event.data, before);
    case 'ContingencyReserveSet':
    case 'ContingencyReserveMoved':
    case 'ContingencyReserveDrawn':
      return tellReserve(event, before);
    case 'InvestmentBudgetAdopted':
      return before.investments
        ? `En ny investeringsbudget för ${year} ersatte den tidigare`
        : `Investeringsbudgeten för ${year} antogs`;
    case 'FactCited':
      return tellCitation(event, before);
    default:
      return unknownEvent(event);
  }
}

function tellAdoption({ year, planYears }: BudgetAdopted['data']): string {
  const plans = enumerate(planYears.map((plan) => String(plan.year)));
  return `Budgeten för ${year} antogs${plans === '' ? '' : `, med plan för ${plans}`}`;
}

function tellGrantChange(
  { from, to, changeOre }: GrantChangeExplained['data'],
  { grantChange }: BudgetDocument,
): string {
  const again = grantChange ? ' på nytt' : '';
  return `Kommunbidragets förändring från ${from.year} till ${to.year}, ${tellExactly(changeOre)}, förklarades${again}`;
}
