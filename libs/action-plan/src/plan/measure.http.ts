import { precisions, type Precision } from '#libs/kernel';
import {
  IsAccountGroupId,
  IsAmountOre,
  IsFiscalYear,
  IsOneOf,
  IsPlainDate,
  IsText,
  ListOf,
  NullableField,
  ObjectOf,
  OptionalField,
} from '#libs/http';
import type { Effect, MeasureTerms } from '../contract/index.js';
import { IsMeasureId } from './path.http.js';
import type { NewMeasure } from './new-measures.js';

class EffectAmountDto {
  /** The fiscal year; left out where none is stated. */
  @OptionalField()
  @IsFiscalYear()
  readonly year?: number;

  /** What the result improves by; negative where the measure costs. */
  @IsAmountOre()
  readonly amountOre!: number;
}

export class EffectDto {
  /** The unit in which the amounts are known; `ore` unless told. */
  @OptionalField()
  @IsOneOf(precisions)
  readonly precision?: Precision;

  @ListOf(() => EffectAmountDto, { max: 20 })
  readonly amounts!: readonly EffectAmountDto[];
}

/** What may be said of a measure beside its text. Left out: unchanged, or not stated. Null: no longer stated. */
class StatedTermsDto {
  /** A role, never a person's name. */
  @OptionalField()
  @NullableField()
  @IsText({ max: 200 })
  readonly responsibleRole?: string | null;

  @OptionalField()
  @NullableField()
  @ObjectOf(() => EffectDto)
  readonly expectedEffect?: EffectDto | null;

  @OptionalField()
  @NullableField()
  @IsPlainDate()
  readonly dueOn?: string | null;

  /** The account group that the measure acts on. */
  @OptionalField()
  @NullableField()
  @IsAccountGroupId()
  readonly accountGroup?: string | null;
}

export class NewMeasureDto extends StatedTermsDto {
  /** Lower-case words joined by `-`; made of the text where it is left out. */
  @OptionalField()
  @IsMeasureId()
  readonly id?: string;

  @IsText({ max: 2_000, multiline: true })
  readonly text!: string;
}

/** The terms as they shall be. */
export class ChangedTermsDto extends StatedTermsDto {
  @OptionalField()
  @IsText({ max: 2_000, multiline: true })
  readonly text?: string;
}

export function effectOf(dto: EffectDto | null | undefined): Effect | null {
  if (!dto) return null;
  const amounts = dto.amounts.map(({ year, amountOre }) => ({ year: year ?? null, amountOre }));
  return { precision: dto.precision ?? 'ore', amounts };
}

export function newMeasureOf({
  id,
  text,
  responsibleRole,
  expectedEffect,
  dueOn,
  accountGroup,
}: NewMeasureDto): NewMeasure {
  return {
    id: id ?? null,
    text,
    responsibleRole: responsibleRole ?? null,
    expectedEffect: effectOf(expectedEffect),
    dueOn: dueOn ?? null,
    accountGroup: accountGroup ?? null,
  };
}

/** Only what the body speaks of. */
export function changedTermsOf({
  text,
  responsibleRole,
  expectedEffect,
  dueOn,
  accountGroup,
}: ChangedTermsDto): Partial<MeasureTerms> {
  return {
    ...(text === undefined ? {} : { text }),
    ...(responsibleRole === undefined ? {} : { responsibleRole }),
    ...(expectedEffect === undefined ? {} : { expectedEffect: effectOf(expectedEffect) }),
    ...(dueOn === undefined ? {} : { dueOn }),
    ...(accountGroup === undefined ? {} : { accountGroup }),
  };
}
