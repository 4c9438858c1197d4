import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import {
  firstFiscalYear,
  isAmountOre,
  isFiscalYear,
  isMonth,
  lastFiscalYear,
  MAX_AMOUNT_ORE,
} from '#libs/kernel';
import { field } from './field.http.js';

/** An amount: an integer number of öre within the limits of the kernel. */
export function IsAmountOre(): PropertyDecorator {
  return applyDecorators(
    field('malformed-amount', Number.isInteger),
    field('amount-out-of-range', isAmountOre),
    ApiProperty({ type: 'integer', format: 'int64', minimum: -MAX_AMOUNT_ORE, maximum: MAX_AMOUNT_ORE }),
  );
}

export function IsInteger({ min, max }: { readonly min: number; readonly max: number }): PropertyDecorator {
  const isWithin = (value: unknown) => typeof value === 'number' && value >= min && value <= max;
  return applyDecorators(
    field('malformed-number', Number.isInteger),
    field('number-out-of-range', isWithin, `Ange ett heltal från ${min} till ${max}.`),
    ApiProperty({ type: 'integer', minimum: min, maximum: max }),
  );
}

export function IsFiscalYear(): PropertyDecorator {
  const description = { type: 'integer', minimum: firstFiscalYear, maximum: lastFiscalYear } as const;
  return applyDecorators(field('malformed-fiscal-year', isFiscalYear), ApiProperty(description));
}

export function IsMonth(): PropertyDecorator {
  return applyDecorators(
    field('malformed-month', isMonth),
    ApiProperty({ type: 'integer', minimum: 1, maximum: 12 }),
  );
}

/**
 * For path and query, where everything is text: digits become a number, strictly. ` 7`, `+7`, `07`, `7.0` and `7e0`
 * stay text, which the validators then refuse.
 */
export function FromDigits(): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' && /^(0|[1-9]\d{0,14})$/.test(value) ? Number(value) : value,
  );
}

/** For the query: `2023,2024,2025` becomes numbers, strictly; 1 to 50 different fiscal years. */
export function IsFiscalYearList(): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: { value: unknown }) =>
      typeof value === 'string' && /^\d{4}(,\d{4}){0,49}$/.test(value) ? value.split(',').map(Number) : value,
    ),
    field(
      'malformed-fiscal-year',
      (value) => Array.isArray(value) && value.every(isFiscalYear),
      'Ange årtal med komma emellan, som i 2023,2024,2025.',
    ),
    field('repeated-item', (value) => Array.isArray(value) && new Set(value).size === value.length),
    ApiProperty({ type: String, pattern: '^\\d{4}(,\\d{4})*$', example: '2023,2024,2025' }),
  );
}
