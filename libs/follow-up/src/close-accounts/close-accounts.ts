import { accept, firstObjection, reject, type Decision, type Rule } from '#libs/kernel';
import type { FollowUpEvent } from '../contract/index.js';
import { recordedAccounts, rulesOfAccounts, type TypedAccounts } from '../fiscal-year/accounts-rules.js';
import { outcomesAgainstAccounts } from '../fiscal-year/outcomes-against-accounts.js';
import type { FollowUpRejection } from '../fiscal-year/rejections.js';
import { heldByThen, lastDayOf } from '../fiscal-year/rules.js';
import type { FollowUpState } from '../fiscal-year/state.js';
import { unusualSigns } from '../fiscal-year/statement-rules.js';

/** The year-end accounts close the year. */
export type CloseAccounts = TypedAccounts;

const rules: readonly Rule<CloseAccounts, FollowUpState, FollowUpRejection>[] = [
  theYearIsClosedOnce,
  theYearHasEndedByThen,
  ...rulesOfAccounts,
];

/** Rejects with a {@link FollowUpRejection}; warns where the months differ from the accounts, and of unusual signs. */
export function closeAccounts(
  command: CloseAccounts,
  state: FollowUpState,
): Decision<FollowUpEvent, FollowUpRejection> {
  const objection = firstObjection(rules, command, state);
  if (objection) return reject(objection);
  const { year, basis } = command;
  const data = recordedAccounts(command);
  const warnings = [
    ...outcomesAgainstAccounts(year, state.outcomes, data),
    ...unusualSigns(year, data.lines),
  ];
  return accept([{ type: 'AccountsClosed', data, basis }], warnings);
}

function theYearIsClosedOnce({ year }: CloseAccounts, { accounts }: FollowUpState): FollowUpRejection | null {
  if (!accounts) return null;
  const { closedOn, citation } = accounts;
  return { code: 'accounts-already-closed', facts: { year, closedOn, citation } };
}

function theYearHasEndedByThen({ year, basis }: CloseAccounts): FollowUpRejection | null {
  return heldByThen('FiscalYear', basis.effectiveOn, lastDayOf(year));
}
