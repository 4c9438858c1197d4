import { ApiProperty } from '@nestjs/swagger';
import type { FieldError } from '../fields/field-error.js';
import type { Problem } from './problem.js';

/** A part of the request that is at fault, as described in the API. */
export class FieldErrorAnswer implements FieldError {
  @ApiProperty({ required: false, description: 'JSON-pekare in i begärans JSON, som #/lines/0/amountOre.' })
  readonly pointer?: string;

  @ApiProperty({ required: false, description: 'Parameter i sökväg eller fråga.' })
  readonly parameter?: string;

  @ApiProperty({ required: false })
  readonly header?: string;

  @ApiProperty({ description: 'Stabil kod.' })
  readonly code!: string;

  @ApiProperty()
  readonly detail!: string;
}

/** Problem details (RFC 9457), as described in the API. */
export class ProblemAnswer implements Problem {
  @ApiProperty({ example: 'urn:paragraf:problem:stale-revision' })
  readonly type!: string;

  @ApiProperty()
  readonly title!: string;

  @ApiProperty({ type: 'integer' })
  readonly status!: number;

  @ApiProperty()
  readonly detail!: string;

  @ApiProperty({ description: 'Adressen som frågan gällde.' })
  readonly instance!: string;

  @ApiProperty({ description: 'Stabil kod.' })
  readonly code!: string;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'Vad som avgjorde; formen följer koden.',
  })
  readonly facts!: object;

  @ApiProperty({ type: [FieldErrorAnswer], required: false })
  readonly errors?: readonly FieldErrorAnswer[];
}
