import { accept, firstObjection, reject, type Decision, type Rule } from '#libs/kernel';
import type { FollowUpEvent } from '../contract/index.js';
import { recordedAccounts, rulesOfAccounts, type TypedAccounts } from '../fiscal-year/accounts-rules.js';
import { outcomesAgainstAccounts } from '../fiscal-year/outcomes-against-accounts.js';
import type { FollowUpRejection } from '../fiscal-year/rejections.js';
import { heldByThen } from '../fiscal-year/rules.js';
import type { FollowUpState } from '../fiscal-year/state.js';
import { unusualSigns } from '../fiscal-year/statement-rules.js';

/** The accounts turn out to be otherwise: all of them anew. What was recorded first is kept, with its date. */
export interface CorrectAccounts extends TypedAccounts {
  readonly reason: string;
}

const rules: readonly Rule<CorrectAccounts, FollowUpState, FollowUpRejection>[] = [
  theYearIsClosed,
  theYearWasClosedByThen,
  ...rulesOfAccounts,
];

/** Rejects with a {@link FollowUpRejection}; warns where the months differ from the accounts, and of unusual signs. */
export function correctAccounts(
  command: CorrectAccounts,
  state: FollowUpState,
): Decision<FollowUpEvent, FollowUpRejection> {
  const objection = firstObjection(rules, command, state);
  if (objection) return reject(objection);
  const { year, reason, basis } = command;
  const data = { ...recordedAccounts(command), reason };
  const warnings = [
    ...outcomesAgainstAccounts(year, state.outcomes, data),
    ...unusualSigns(year, data.lines),
  ];
  return accept([{ type: 'AccountsCorrected', data, basis }], warnings);
}

function theYearIsClosed({ year }: CorrectAccounts, { accounts }: FollowUpState): FollowUpRejection | null {
  return accounts ? null : { code: 'accounts-not-closed', facts: { year } };
}

function theYearWasClosedByThen(
  { basis }: CorrectAccounts,
  { accounts }: FollowUpState,
): FollowUpRejection | null {
  return heldByThen('AccountsClosed', basis.effectiveOn, accounts?.closedOn);
}
