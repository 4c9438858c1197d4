import { ValidateBy } from 'class-validator';
import { fieldProblems, type FieldProblemCode } from './field-problems.js';

/**
 * A validator of one property. Its name is the code that a refusal carries.
 * `isSound` also gets the whole object, for rules about how properties go together.
 */
export function field(
  code: FieldProblemCode,
  isSound: (value: unknown, object: Readonly<Record<string, unknown>>) => boolean,
  detail: string = fieldProblems[code],
): PropertyDecorator {
  return ValidateBy({
    name: code,
    validator: {
      validate: (value: unknown, args) => isSound(value, (args?.object ?? {}) as Record<string, unknown>),
      defaultMessage: () => detail,
    },
  });
}
