import { IsCitation, IsPlainDate, OptionalField } from '#libs/http';
import { parseCitation, type Basis } from '#libs/kernel';

/** A body that rests on a paragraph and on nothing else. */
export class CitingDto {
  /** The paragraph, `SN 2023-09-19, § 46`. */
  @IsCitation()
  readonly citation!: string;

  /** From when it holds, where that is not the day of the paragraph. */
  @OptionalField()
  @IsPlainDate()
  readonly effectiveOn?: string;
}

/** The paragraph that a validated body cites. */
export function decisionOf({ citation, effectiveOn }: CitingDto): Basis & { readonly kind: 'decision' } {
  return { kind: 'decision', citation, effectiveOn: effectiveOn ?? parseCitation(citation)?.date ?? '' };
}
