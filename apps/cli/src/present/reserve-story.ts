import type { BudgetView, ToldStep } from '#libs/budget';
import type { PrintedUnit } from '#libs/kernel';
import { amount } from './amounts.js';

interface ToldReserve extends Pick<BudgetView, 'year' | 'lines'> {
  readonly reserve: { readonly life: readonly ToldStep[] } | null;
}

/** What happened to a year's reserve after it was set: its moves and what it was used for, a sentence each. */
export function tellReserve({ year, lines, reserve }: ToldReserve, unit: PrintedUnit): readonly string[] {
  return (reserve?.life ?? []).flatMap((step) => {
    const told = tellStep(step, lines, unit);
    return told === null ? [] : [`${year}: ${told} (${ground(step)}).`];
  });
}

export function nameOf(accountGroup: string, lines: ToldReserve['lines']): string {
  return lines.find((line) => line.accountGroup === accountGroup)?.name ?? accountGroup;
}

/** Null for the setting itself, which the table shows. */
function tellStep(step: ToldStep, lines: ToldReserve['lines'], unit: PrintedUnit): string | null {
  switch (step.type) {
    case 'ContingencyReserveSet':
      return null;
    case 'ContingencyReserveMoved': {
      const { from, to, amountOre, reason, alreadyInAdoptedLines } = step.data;
      const moved = `bufferten om ${amount(amountOre, unit)} ${unit} flyttades från ${nameOf(from, lines)} till ${nameOf(to, lines)}`;
      const adopted = alreadyInAdoptedLines ? '; raderna antogs med bufferten på sin nya plats' : '';
      return `${moved}, ${reason}${adopted}`;
    }
    case 'ContingencyReserveDrawn':
      return `${amount(step.data.amountOre, unit)} ${unit} användes: ${step.data.purpose}`;
  }
}

function ground({ restsOn }: ToldStep): string {
  return restsOn.citation ?? 'paragraf saknas';
}
