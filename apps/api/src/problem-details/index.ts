import type { ActionPlanRejection, ActionPlanWarning } from '#libs/action-plan';
import type { ErasureRejection, ErasureWarning, ExplanationRejection, NotarisedRejection } from '#libs/audit';
import type { BudgetRejection, BudgetWarning } from '#libs/budget';
import type { ExecutionRejection } from '#libs/command';
import type { DecisionsRejection, DecisionsWarning } from '#libs/decisions';
import type { FollowUpRejection, FollowUpWarning } from '#libs/follow-up';
import type { ProblemTable, WarningTable } from '#libs/http';
import type {
  AccountGroupsRejection,
  CommitteeChangeRejection,
  MunicipalityRejection,
} from '#libs/organisation';
import { actionPlanProblems, actionPlanWarnings } from './action-plan.problems.js';
import { auditProblems } from './audit.problems.js';
import { budgetProblems } from './budget.problems.js';
import { decisionsProblems, decisionsWarnings } from './decisions.problems.js';
import { erasureProblems, erasureWarnings } from './erasure.problems.js';
import { executionProblems } from './execution.problems.js';
import { followUpProblems, followUpWarnings } from './follow-up.problems.js';
import { organisationProblems } from './organisation.problems.js';
import { sharedProblems, sharedWarnings } from './shared.problems.js';

/** Every refusal and warning that the contexts can answer with, as they declare them. */
type OrganisationRejection = AccountGroupsRejection | CommitteeChangeRejection | MunicipalityRejection;
type AnyRejection =
  | ExecutionRejection
  | OrganisationRejection
  | DecisionsRejection
  | BudgetRejection
  | FollowUpRejection
  | ActionPlanRejection
  | NotarisedRejection
  | ExplanationRejection
  | ErasureRejection;
type AnyWarning = DecisionsWarning | BudgetWarning | FollowUpWarning | ActionPlanWarning | ErasureWarning;

/** One table a context, and one for what several share. No code stands in two of them: it would be told in the words of the last. */
export const problemTables = [
  executionProblems,
  sharedProblems,
  organisationProblems,
  decisionsProblems,
  budgetProblems,
  followUpProblems,
  actionPlanProblems,
  auditProblems,
  erasureProblems,
];

/** All tables as one. A code that none of them has does not compile. */
export const problems: ProblemTable<AnyRejection> = {
  ...executionProblems,
  ...sharedProblems,
  ...organisationProblems,
  ...decisionsProblems,
  ...budgetProblems,
  ...followUpProblems,
  ...actionPlanProblems,
  ...auditProblems,
  ...erasureProblems,
};

export const warnings: WarningTable<AnyWarning> = {
  ...sharedWarnings,
  ...decisionsWarnings,
  ...followUpWarnings,
  ...actionPlanWarnings,
  ...erasureWarnings,
};
