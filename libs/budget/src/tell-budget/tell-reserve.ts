import { printPercent, tellExactly, unknownEvent, withinSentence, withoutFullStop } from '#libs/kernel';
import type { ContingencyReserveSet, ReserveEvent, ReserveShare } from '../contract/index.js';
import type { BudgetDocument } from '../fiscal-year/projected-budget.js';

/** What happened to the contingency reserve (förvaltningscentral buffert). */
export function tellReserve(event: ReserveEvent, before: BudgetDocument): string {
  const { year } = before;
  switch (event.type) {
    case 'ContingencyReserveSet':
      return tellSet(event.data, before);
    case 'ContingencyReserveMoved': {
      const { amountOre, from, to, reason } = event.data;
      const where = `från ${nameOf(from, before)} till ${nameOf(to, before)}`;
      return `${tellExactly(amountOre)} av den förvaltningscentrala bufferten för ${year} flyttades ${where}: ${withoutFullStop(reason)}`;
    }
    case 'ContingencyReserveDrawn': {
      const { amountOre, purpose } = event.data;
      return `${tellExactly(amountOre)} av den förvaltningscentrala bufferten för ${year} togs i anspråk: ${withoutFullStop(purpose)}`;
    }
    default:
      return unknownEvent(event);
  }
}

function tellSet(
  { amountOre, heldIn, share }: ContingencyReserveSet['data'],
  before: BudgetDocument,
): string {
  const size = tellExactly(amountOre) + (share ? `, ${tellShare(share)}` : '');
  const where = nameOf(heldIn, before);
  return before.figures?.reserve
    ? `Den förvaltningscentrala bufferten för ${before.year} bestämdes på nytt, i ${where}: ${size}`
    : `En förvaltningscentral buffert för ${before.year} avsattes i ${where}: ${size}`;
}

/** `1,5 % av kommunbidraget` */
function tellShare({ basisPoints }: ReserveShare): string {
  const decimals = [100, 10].findIndex((unit) => basisPoints % unit === 0);
  const percent = printPercent(basisPoints, 10_000, { decimals: decimals === -1 ? 2 : decimals });
  return `${percent} av kommunbidraget`;
}

function nameOf(accountGroup: string, { figures }: BudgetDocument): string {
  const line = figures?.lines.find((found) => found.accountGroup === accountGroup);
  return line ? withinSentence(line.name) : accountGroup;
}
