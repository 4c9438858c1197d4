import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { field } from '../fields/field.http.js';
import { IsInstant, IsPlainDate } from '../fields/names.http.js';
import { FromDigits, IsInteger } from '../fields/numbers.http.js';
import { OptionalField } from '../fields/presence.http.js';

/** A place in the log as `Paragraf-Position` told it: opaque, so only its alphabet is checked. */
export function IsPosition(): PropertyDecorator {
  const isPosition = (value: unknown) => typeof value === 'string' && /^[A-Za-z0-9:._/-]{1,100}$/.test(value);
  return applyDecorators(
    field('malformed-position', isPosition),
    ApiProperty({ type: String, maxLength: 100 }),
  );
}

/** By when something was known, and what the answer must have seen. */
export class KnownAtQuery {
  /** What had been recorded by this instant. */
  @OptionalField()
  @IsInstant()
  readonly knownAt?: string;

  /** Wait, at most 5 s, until the answer includes this position. */
  @OptionalField()
  @IsPosition()
  readonly afterPosition?: string;
}

/** Which times a question is about, and what the answer must have seen. Fits `ReadOptions`. */
export class AsOfQuery extends KnownAtQuery {
  /** What held on this date; today and later decisions too where it is left out. */
  @OptionalField()
  @IsPlainDate()
  readonly asOf?: string;
}

/** A page of a list. Fits `ListOptions` together with `afterSortKey: after`. */
export class PagedQuery extends AsOfQuery {
  /** 1 to 1,000; 100 where it is left out. See {@link limitOf}. */
  @OptionalField()
  @FromDigits()
  @IsInteger({ min: 1, max: 1_000 })
  readonly limit?: number;

  /** The `next` of the page before. */
  @OptionalField()
  @field('malformed-value', (value) => typeof value === 'string' && value.length > 0 && value.length <= 300)
  @ApiProperty({ type: String, maxLength: 300 })
  readonly after?: string;
}

export function limitOf({ limit }: PagedQuery): number {
  return limit ?? 100;
}
