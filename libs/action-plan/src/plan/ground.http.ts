import { ApiProperty } from '@nestjs/swagger';
import { basisOf, field, IsCitation, ObjectOf, OptionalField, UncitedDto } from '#libs/http';
import { isPlainDate, type Basis } from '#libs/kernel';

/**
 * Base of commands that rest on a paragraph, on one that is not known yet, or on the department's own report. A
 * report says from when it holds.
 */
export class GroundDto {
  /** The paragraph, `SN 2023-09-19, § 46`; left out for a report. */
  @OptionalField()
  @field('two-bases', (citation, { uncited }) => citation === undefined || uncited === undefined)
  @IsCitation()
  readonly citation?: string;

  @OptionalField()
  @ObjectOf(() => UncitedDto)
  readonly uncited?: UncitedDto;

  /** From when it holds: required of a report, and for a paragraph where that is not its own day. */
  @field('malformed-date', (date, { citation, uncited }) =>
    date === undefined ? citation !== undefined || uncited !== undefined : isPlainDate(date),
  )
  @field('misplaced-effective-date', (date, { uncited }) => date === undefined || uncited === undefined)
  @ApiProperty({ type: String, format: 'date', required: false })
  readonly effectiveOn?: string;
}

export function groundOf(dto: GroundDto): Basis {
  const { citation, uncited, effectiveOn } = dto;
  if (citation !== undefined || uncited) return basisOf(dto);
  if (effectiveOn === undefined) throw new Error('A ground was asked of a body that was not validated.');
  return { kind: 'report', effectiveOn };
}
