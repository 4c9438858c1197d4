import type { ExecutionRejection } from '#libs/command';
import type { ProblemTable, WarningTable } from '#libs/http';
import type { Warning } from '#libs/kernel';
import { executionProblems } from './execution.problems.js';

/** Every refusal that a command or query of any context can answer with. */
type AnyRejection = ExecutionRejection;

type AnyWarning = Warning<never>;

/** All tables as one. A code that no table has does not compile. */
export const problems: ProblemTable<AnyRejection> = { ...executionProblems };

export const warnings: WarningTable<AnyWarning> = {};
