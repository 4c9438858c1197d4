/** What a line of an operating statement is: which sums it enters. */
export const accountGroupKinds = ['income', 'cost', 'funding', 'financial'] as const;
export type AccountGroupKind = (typeof accountGroupKinds)[number];

/** A line of a committee's operating budget and outcome (kontogrupp). */
export interface AccountGroup {
  readonly id: string;
  /** As printed, in Swedish. */
  readonly name: string;
  readonly kind: AccountGroupKind;
}

export const accountGroupIdPattern = /^[a-z][A-Za-z0-9]{0,49}$/;

/** The account groups that come ready: those of the reference documents, in their printed order. */
export const defaultAccountGroups: readonly AccountGroup[] = [
  { id: 'revenue', name: 'Verksamhetens intäkter', kind: 'income' },
  { id: 'staffCosts', name: 'Personalkostnader', kind: 'cost' },
  { id: 'premisesRent', name: 'Lokalhyror', kind: 'cost' },
  { id: 'purchasedServices', name: 'Köp av tjänster', kind: 'cost' },
  { id: 'otherCosts', name: 'Övriga kostnader', kind: 'cost' },
  { id: 'municipalGrant', name: 'Kommunbidrag', kind: 'funding' },
  { id: 'netFinancialItems', name: 'Finansnetto', kind: 'financial' },
];
