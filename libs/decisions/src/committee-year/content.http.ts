import { IsOneOf, IsText, OptionalField } from '#libs/http';
import { relationActions, type Dissent, type Relation, type RelationAction } from '../contract/index.js';

/** A dissent by a party or in a role; personal names stay out of the log. */
export class DissentDto {
  @IsText({ max: 200 })
  readonly by!: string;

  @OptionalField()
  @IsText({ max: 20_000, multiline: true })
  readonly text?: string;
}

/** What the decision does to something in another context. */
export class RelationDto {
  @IsText({ max: 50 })
  readonly context!: string;

  @IsOneOf(relationActions)
  readonly action!: RelationAction;

  @IsText({ max: 300 })
  readonly subject!: string;
}

export function dissentOf({ by, text }: DissentDto): Dissent {
  return { by, text: text ?? null };
}

export function relationOf({ context, action, subject }: RelationDto): Relation {
  return { context, action, subject };
}
