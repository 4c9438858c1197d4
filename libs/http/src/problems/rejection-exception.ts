import type { Rejection } from '#libs/kernel';
import type { FieldError } from '../fields/field-error.js';

/** Carries a refusal through the framework to the one place that answers with a problem. */
export class RejectionException extends Error {
  constructor(
    readonly rejection: Rejection,
    readonly errors?: readonly FieldError[],
  ) {
    super(`Refused: ${rejection.code}`);
    this.name = 'RejectionException';
  }
}

/** Parts of the request are at fault: 400 with the list of them. */
export function invalidRequest(...errors: readonly FieldError[]): RejectionException {
  return new RejectionException({ code: 'invalid-request', facts: {} }, errors);
}
