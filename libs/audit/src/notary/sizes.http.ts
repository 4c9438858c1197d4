import { applyDecorators } from '@nestjs/common';
import { FromDigits, IsInteger } from '#libs/http';

/** How many events of the log, from the first one on. */
export function IsLogSize({ min = 1 } = {}): PropertyDecorator {
  return applyDecorators(FromDigits(), IsInteger({ min, max: 999_999_999_999_999 }));
}
