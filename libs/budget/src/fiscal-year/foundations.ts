import { isStillUncited, type Foundations } from '#libs/kernel';
import { budgetStream, type BudgetEvent, type BudgetState } from '../contract/index.js';

/** Changes build on the budget that was adopted, and what happens to the reserve on the one that was set. */
export const budgetFoundations: Foundations<BudgetState, BudgetEvent> = {
  definition: budgetStream,
  isFounded,
};

function isFounded({ figures, uncited }: BudgetState, event: BudgetEvent): boolean {
  switch (event.type) {
    case 'BudgetAdopted':
    // It may explain a grant that is only planned, and says itself what it explains.
    case 'GrantChangeExplained':
      return true;
    case 'BudgetAmended':
    case 'BudgetReallocated':
    case 'BudgetReclassified':
    case 'InvestmentBudgetAdopted':
    case 'ContingencyReserveSet':
      return figures !== null;
    case 'ContingencyReserveMoved':
    case 'ContingencyReserveDrawn':
      return Boolean(figures?.reserve);
    case 'FactCited':
      return isStillUncited(uncited, event);
    default:
      return event satisfies never;
  }
}
