import { CommanderError } from 'commander';
import { StartupError } from '#apps/api';
import { RejectionException } from '#libs/http';
import { CliError, Interrupted } from './cli-error.js';
import { usageError } from './usage-error.js';

/** What is said of an error, and how the process ends. */
export interface Failure {
  /** Null where nothing more is to be said. */
  readonly message: string | null;
  /** 0 done, 1 it could not be done, 2 it was not asked for as it should be, 130 or 143 interrupted. */
  readonly exitCode: number;
}

/** One or more sentences for people: never a stack trace. */
export function failureOf(error: unknown): Failure {
  if (error instanceof CommanderError) {
    return { message: usageError(error), exitCode: error.exitCode === 0 ? 0 : 2 };
  }
  if (error instanceof Interrupted) {
    return { message: null, exitCode: error.signal === 'SIGINT' ? 130 : 143 };
  }
  if (error instanceof CliError || error instanceof StartupError) {
    return { message: error.message, exitCode: 1 };
  }
  if (error instanceof RejectionException) {
    const facts = JSON.stringify(error.rejection.facts);
    return { message: `Det går inte: ${error.rejection.code} ${facts}`, exitCode: 1 };
  }
  return {
    message: `Något gick fel: ${error instanceof Error ? error.message : String(error)}`,
    exitCode: 1,
  };
}
