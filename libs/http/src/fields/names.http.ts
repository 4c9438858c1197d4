import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import {
  accountGroupIdPattern,
  committeeCodePattern,
  isInstant,
  isPlainDate,
  municipalityPattern,
  parseCitation,
  printCitation,
} from '#libs/kernel';
import { field } from './field.http.js';

/**
 * A citation in any of the accepted spellings; the property gets the printed one, `SN 2023-09-19, § 46`. It may be
 * absent where another rule of the property says what stands in its place.
 */
export function IsCitation({ mayBeAbsent = false } = {}): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: { value: unknown }) => canonicalCitation(value)),
    field(
      'malformed-citation',
      (value) => (mayBeAbsent && value === undefined) || citationIn(value) !== null,
    ),
    ApiProperty({ type: String, example: 'SN 2023-09-19, § 46' }),
  );
}

/** `YYYY-MM-DD`, a date that exists. */
export function IsPlainDate(): PropertyDecorator {
  return applyDecorators(field('malformed-date', isPlainDate), ApiProperty({ type: String, format: 'date' }));
}

/** UTC with milliseconds, as the log prints it: `2026-11-23T05:22:18.123Z`. */
export function IsInstant(): PropertyDecorator {
  return applyDecorators(
    field('malformed-instant', isInstant),
    ApiProperty({ type: String, format: 'date-time' }),
  );
}

export function IsAccountGroupId(): PropertyDecorator {
  return applyDecorators(
    field('malformed-account-group', matches(accountGroupIdPattern)),
    ApiProperty({ type: String, pattern: accountGroupIdPattern.source, example: 'purchasedServices' }),
  );
}

export function IsCommitteeCode(): PropertyDecorator {
  return applyDecorators(
    field('malformed-committee-code', matches(committeeCodePattern)),
    ApiProperty({ type: String, pattern: committeeCodePattern.source, example: 'SN' }),
  );
}

export function IsMunicipality(): PropertyDecorator {
  return applyDecorators(
    field('malformed-municipality', matches(municipalityPattern)),
    ApiProperty({ type: String, pattern: municipalityPattern.source, example: 'alingsas' }),
  );
}

function matches(pattern: RegExp): (value: unknown) => boolean {
  return (value) => typeof value === 'string' && pattern.test(value);
}

function citationIn(value: unknown) {
  return typeof value === 'string' ? parseCitation(value) : null;
}

function canonicalCitation(value: unknown): unknown {
  const citation = citationIn(value);
  return citation ? printCitation(citation) : value;
}
