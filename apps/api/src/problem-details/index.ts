import type { ActionPlanRejection, ActionPlanWarning } from '#libs/action-plan';
import type { ExecutionRejection } from '#libs/command';
import type { DecisionsRejection, DecisionsWarning } from '#libs/decisions';
import type { ProblemTable, WarningTable } from '#libs/http';
import type {
  AccountGroupsRejection,
  CommitteeChangeRejection,
  MunicipalityRejection,
} from '#libs/organisation';
import { actionPlanProblems, actionPlanWarnings } from './action-plan.problems.js';
import { decisionsProblems, decisionsWarnings } from './decisions.problems.js';
import { executionProblems } from './execution.problems.js';
import { organisationProblems } from './organisation.problems.js';

/** Every refusal and warning that the contexts can answer with, as they declare them. */
type OrganisationRejection = AccountGroupsRejection | CommitteeChangeRejection | MunicipalityRejection;
type AnyRejection = ExecutionRejection | OrganisationRejection | DecisionsRejection | ActionPlanRejection;
type AnyWarning = DecisionsWarning | ActionPlanWarning;

/** One table a context. No code stands in two of them: it would be told in the words of the last. */
export const problemTables = [executionProblems, organisationProblems, decisionsProblems, actionPlanProblems];

/** All tables as one. A code that none of them has does not compile. */
export const problems: ProblemTable<AnyRejection> = {
  ...executionProblems,
  ...organisationProblems,
  ...decisionsProblems,
  ...actionPlanProblems,
};

export const warnings: WarningTable<AnyWarning> = { ...decisionsWarnings, ...actionPlanWarnings };
