import { applyDecorators, type Type as Class } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ValidateNested } from 'class-validator';
import { field } from './field.http.js';

/** A list of objects of a DTO class; 1 to 200 unless told. */
export function ListOf(type: () => Class, { min = 1, max = 200 } = {}): PropertyDecorator {
  return applyDecorators(
    field('not-a-list', Array.isArray),
    field(
      'not-an-object',
      (value) => lengthOf(value) === 0 || (value as unknown[]).every(isObject),
      'Varje post i listan ska vara ett objekt, { … }.',
    ),
    field('too-few-items', (value) => lengthOf(value) >= min, `Listan ska ha minst ${min} poster.`),
    field('too-many-items', (value) => lengthOf(value) <= max, `Listan får ha högst ${max} poster.`),
    Type(type),
    ValidateNested({ each: true }),
    ApiProperty({ type: () => type(), isArray: true, minItems: min, maxItems: max }),
  );
}

/** A list of texts, numbers or the like, each judged by `isSound`; 1 to 200 unless told. */
export function ListOfValues(
  isSound: (value: unknown) => boolean,
  { min = 1, max = 200, example }: { min?: number; max?: number; example?: unknown } = {},
): PropertyDecorator {
  return applyDecorators(
    field('not-a-list', Array.isArray),
    field('malformed-value', (value) => lengthOf(value) === 0 || (value as unknown[]).every(isSound)),
    field('repeated-item', (value) => new Set(value as unknown[]).size === lengthOf(value)),
    field('too-few-items', (value) => lengthOf(value) >= min, `Listan ska ha minst ${min} poster.`),
    field('too-many-items', (value) => lengthOf(value) <= max, `Listan får ha högst ${max} poster.`),
    ApiProperty({
      type: [String],
      minItems: min,
      maxItems: max,
      ...(example === undefined ? {} : { example }),
    }),
  );
}

/** One object of a DTO class. Without the first check a list of such objects would pass for one. */
export function ObjectOf(type: () => Class): PropertyDecorator {
  return applyDecorators(
    field('not-an-object', isObject),
    Type(type),
    ValidateNested(),
    ApiProperty({ type: () => type() }),
  );
}

function lengthOf(value: unknown): number {
  return Array.isArray(value) ? value.length : 0;
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
