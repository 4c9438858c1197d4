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
  if (step.type === 'ContingencyReserveSet') return null;
  const told = `${amount(step.data.amountOre, unit)} ${unit}`;
  if (step.type === 'ContingencyReserveDrawn') return `${told} användes: ${step.data.purpose}`;
  const { from, to, reason, alreadyInAdoptedLines } = step.data;
  const adopted = alreadyInAdoptedLines ? '; raderna antogs med bufferten på sin nya plats' : '';
  return `bufferten om ${told} flyttades från ${nameOf(from, lines)} till ${nameOf(to, lines)}, ${reason}${adopted}`;
}

function ground({ restsOn }: ToldStep): string {
  return restsOn.citation ?? 'paragraf saknas';
}
