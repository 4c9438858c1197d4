import { accept, endOfMonth, firstObjection, reject, type Decision, type Rule } from '#libs/kernel';
import type { FollowUpEvent } from '../contract/index.js';
import { outcomesAgainstAccounts } from '../fiscal-year/outcomes-against-accounts.js';
import type { FollowUpRejection, FollowUpWarning } from '../fiscal-year/rejections.js';
import { outcomeOf, type FollowUpState } from '../fiscal-year/state.js';
import { rulesOfStatements, unusualSigns } from '../fiscal-year/statement-rules.js';
import { recordedStatement, type TypedStatement } from '../fiscal-year/statement.js';

/**
 * Records what came out in a month: the month's own change, not the sum since January. Recorded again, it corrects
 * the month.
 */
export interface RecordOutcome extends TypedStatement {
  /** 1 to 12. */
  readonly month: number;
}

const rules: readonly Rule<RecordOutcome, FollowUpState, FollowUpRejection>[] = rulesOfStatements;

/** Rejects with a {@link FollowUpRejection}; warns where it corrects, and where the year and its accounts differ. */
export function recordOutcome(
  command: RecordOutcome,
  state: FollowUpState,
): Decision<FollowUpEvent, FollowUpRejection> {
  const objection = firstObjection(rules, command, state);
  if (objection) return reject(objection);
  const { year, month } = command;
  const statement = recordedStatement(command);
  const type = outcomeOf(state, month) ? 'OutcomeCorrected' : 'OutcomeRecorded';
  const basis = { kind: 'report', effectiveOn: endOfMonth(year, month) } as const;
  const outcomes = [...state.outcomes.filter((outcome) => outcome.month !== month), { month, statement }];
  return accept(
    [{ type, data: { month, ...statement }, basis }],
    [
      ...correction(command, state),
      ...afterAccounts(command, state),
      ...outcomesAgainstAccounts(year, outcomes, state.accounts?.statement ?? null),
      ...unusualSigns(year, statement.lines),
    ],
  );
}

function correction({ year, month }: RecordOutcome, state: FollowUpState): readonly FollowUpWarning[] {
  return outcomeOf(state, month) ? [{ code: 'outcome-corrected', facts: { year, month } }] : [];
}

/** The accounts stand; the month is history that was missing, or was wrong. */
function afterAccounts({ year }: RecordOutcome, { accounts }: FollowUpState): readonly FollowUpWarning[] {
  return accounts ? [{ code: 'outcome-after-accounts', facts: { year, closedOn: accounts.closedOn } }] : [];
}
