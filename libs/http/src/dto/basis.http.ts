import { ApiProperty } from '@nestjs/swagger';
import { parseCitation, printCitation, type Basis, type PlainDate } from '#libs/kernel';
import { field } from '../fields/field.http.js';
import { IsCitation, IsPlainDate } from '../fields/names.http.js';
import { ObjectOf } from '../fields/parts.http.js';
import { OptionalField } from '../fields/presence.http.js';
import { IsText } from '../fields/text.http.js';

/** Why no paragraph is given, and from when the fact holds all the same. */
export class UncitedDto {
  @IsText({ max: 500 })
  readonly reason!: string;

  @IsPlainDate()
  readonly effectiveOn!: string;
}

/** Base of commands that a decision stands behind: a paragraph, or why there is none. Exactly one of the two. */
export class RestsOnDto {
  /** The paragraph, `SN 2023-09-19, § 46`. */
  @field('missing-basis', (citation, { uncited }) => citation !== undefined || uncited !== undefined)
  @field('two-bases', (citation, { uncited }) => citation === undefined || uncited === undefined)
  @IsCitation({ mayBeAbsent: true })
  @ApiProperty({ required: false })
  readonly citation?: string;

  @OptionalField()
  @ObjectOf(() => UncitedDto)
  readonly uncited?: UncitedDto;

  /** From when it holds, where that is not the day of the paragraph. */
  @OptionalField()
  @field('misplaced-effective-date', (_, { uncited }) => uncited === undefined)
  @IsPlainDate()
  readonly effectiveOn?: string;
}

/** Base of commands that the department records on its own authority. */
export class ReportDto {
  @OptionalField()
  @IsPlainDate()
  readonly effectiveOn?: string;
}

/** What a validated command rests on. A paragraph holds from its own date unless another is given. */
export function basisOf({ citation, uncited, effectiveOn }: RestsOnDto): Basis {
  if (uncited) return { kind: 'uncited', reason: uncited.reason, effectiveOn: uncited.effectiveOn };
  const paragraph = parseCitation(citation ?? '');
  if (!paragraph) throw new Error('A basis was asked of a body that was not validated.');
  return { kind: 'decision', citation: printCitation(paragraph), effectiveOn: effectiveOn ?? paragraph.date };
}

export function reportBasis({ effectiveOn }: ReportDto, defaultEffectiveOn: PlainDate): Basis {
  return { kind: 'report', effectiveOn: effectiveOn ?? defaultEffectiveOn };
}
