import type { Basis, PlainDate } from '#libs/kernel';
import { IsCitation } from '../fields/names.http.js';
import { OptionalField } from '../fields/presence.http.js';

/** Base of commands that may cite a paragraph but need none: they can be recorded before any decision is. */
export class MayCiteDto {
  @OptionalField()
  @IsCitation()
  readonly citation?: string;
}

/** What a validated command rests on: the paragraph where one is given, otherwise the department's own authority. */
export function mayCiteBasis({ citation }: MayCiteDto, effectiveOn: PlainDate): Basis {
  return citation === undefined
    ? { kind: 'report', effectiveOn }
    : { kind: 'decision', citation, effectiveOn };
}
