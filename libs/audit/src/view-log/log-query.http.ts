import { ApiProperty } from '@nestjs/swagger';
import { field, IsCitation, IsInstant, IsOneOf, IsPlainDate, IsText, OptionalField } from '#libs/http';
import { LogPagingQuery } from '../log/log-paging.http.js';
import { eventTypesPattern, streamPrefixPattern } from '../log/stream-filter.js';
import { IsStream } from '../log/stream-parameter.http.js';

const matches = (pattern: RegExp) => (value: unknown) => typeof value === 'string' && pattern.test(value);

/** Which events of the log; every given condition must hold. */
export class LogFilterQuery extends LogPagingQuery {
  /** A stream's whole name. */
  @OptionalField()
  @IsStream()
  readonly stream?: string;

  /** How the stream's name begins. */
  @OptionalField()
  @field('malformed-value', matches(streamPrefixPattern), 'Ange början av strömmens namn, som i budget-SN.')
  @ApiProperty({ type: String, example: 'budget-SN.' })
  readonly streamPrefix?: string;

  /** Event types with commas between them. */
  @OptionalField()
  @field(
    'malformed-value',
    matches(eventTypesPattern),
    'Ange händelsetyper med komma emellan, som i BudgetAdopted,BudgetReallocated.',
  )
  @ApiProperty({ type: String, example: 'BudgetAdopted,BudgetReallocated' })
  readonly type?: string;

  /** The pseudonymous id of who recorded it. */
  @OptionalField()
  @IsText({ max: 200 })
  readonly actor?: string;

  /** The paragraph it rests on. */
  @OptionalField()
  @IsCitation()
  readonly citation?: string;

  @OptionalField()
  @IsPlainDate()
  readonly effectiveFrom?: string;

  @OptionalField()
  @IsPlainDate()
  readonly effectiveTo?: string;

  @OptionalField()
  @IsInstant()
  readonly recordedFrom?: string;

  @OptionalField()
  @IsInstant()
  readonly recordedTo?: string;

  /** `forwards`, from the oldest, where it is left out. */
  @OptionalField()
  @IsOneOf(['forwards', 'backwards'])
  readonly direction?: 'forwards' | 'backwards';
}
