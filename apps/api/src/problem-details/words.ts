import {
  printAmount,
  type AccountGroupKind,
  type Ore,
  type Precision,
  type StatementTotal,
} from '#libs/kernel';

/** `−57 276 kr`, with öre only where there are any. */
export function kronor(amountOre: Ore): string {
  return `${printAmount(amountOre, 'kr', { decimals: amountOre % 100 === 0 ? 0 : 2 })} kr`;
}

export const unitNames: Readonly<Record<Precision, string>> = {
  ore: 'ören',
  kr: 'kronor',
  tkr: 'tkr',
  tenthMnkr: 'tiondels mnkr',
  mnkr: 'mnkr',
};

export const totalNames: Readonly<Record<StatementTotal, string>> = {
  grossCost: 'Verksamhetens kostnader',
  netCost: 'Verksamhetens nettokostnader',
  annualResult: 'Årets resultat',
};

export const kindNames: Readonly<Record<AccountGroupKind, string>> = {
  income: 'intäkt',
  cost: 'kostnad',
  funding: 'kommunbidrag',
  financial: 'finansnetto',
};

export function listed(words: readonly (string | number)[]): string {
  return words.join(', ');
}
