import type { Rejection, Warning } from '#libs/kernel';
import type { FieldError } from '../fields/field-error.js';
import { problemType, type Problem } from './problem.js';
import type { AnyProblemTable, AnyWarningTable } from './problem-table.js';
import { requestProblems } from './request-problems.js';

/** A warning as it is answered. */
export interface ToldWarning extends Warning {
  /** Swedish sentences. */
  readonly detail: string;
}

/** Every refusal and warning in words. The composition root fills it with the tables of all contexts. */
export class ProblemCatalogue {
  private readonly problems: AnyProblemTable;

  constructor(
    problems: AnyProblemTable,
    private readonly warnings: AnyWarningTable,
  ) {
    this.problems = { ...problems, ...(requestProblems as AnyProblemTable) };
  }

  /** Throws where no table has the code: the composition root forgot a context. */
  problem({ code, facts }: Rejection, instance: string, errors?: readonly FieldError[]): Problem {
    const row = this.problems[code];
    if (!row) throw new Error(`No table says how to tell the refusal "${code}".`);
    const { status, title } = row;
    const told = { type: problemType(code), title, status, detail: row.detail(facts), instance, code, facts };
    return errors ? { ...told, errors } : told;
  }

  warning({ code, facts }: Warning): ToldWarning {
    const row = this.warnings[code];
    if (!row) throw new Error(`No table says how to tell the warning "${code}".`);
    return { code, detail: row.detail(facts), facts };
  }
}

/** The codes that belong to requests as such; no context may use them for something else. */
export const requestRejectionCodes: readonly string[] = Object.keys(requestProblems);
