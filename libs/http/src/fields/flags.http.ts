import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { field } from './field.http.js';

/** `true` or `false`. */
export function IsFlag(): PropertyDecorator {
  return applyDecorators(
    field('malformed-flag', (value) => typeof value === 'boolean'),
    ApiProperty({ type: Boolean }),
  );
}

/** For the query, where everything is text: exactly `true` and `false` become a flag. */
export function FromTrueOrFalse(): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) =>
    value === 'true' ? true : value === 'false' ? false : value,
  );
}

/** One of a fixed list of words. */
export function IsOneOf(values: readonly string[]): PropertyDecorator {
  return applyDecorators(
    field(
      'unknown-value',
      (value) => typeof value === 'string' && values.includes(value),
      `Ange något av: ${values.join(', ')}.`,
    ),
    ApiProperty({ enum: [...values] }),
  );
}
