import { ApiProperty } from '@nestjs/swagger';
import type { ToldWarning } from '../problems/problem-catalogue.js';

/** A warning, as described in the API. */
export class WarningAnswer implements ToldWarning {
  @ApiProperty({ description: 'Stabil kod.' })
  readonly code!: string;

  @ApiProperty()
  readonly detail!: string;

  @ApiProperty({ type: 'object', additionalProperties: true })
  readonly facts!: object;
}

/** What is answered when a command was recorded. */
export class RecordedAnswer {
  @ApiProperty({ example: 'alingsas:budget-SN.2025' })
  readonly stream!: string;

  @ApiProperty({ type: 'integer', description: 'Den sista händelsens plats i strömmen, från 0.' })
  readonly revision!: number;

  @ApiProperty({ description: 'Den sista händelsens plats i kommunens logg.' })
  readonly position!: string;

  @ApiProperty({ format: 'date-time' })
  readonly recordedAt!: string;

  @ApiProperty({ type: [String] })
  readonly eventIds!: readonly string[];

  @ApiProperty({ type: [WarningAnswer] })
  readonly warnings!: readonly WarningAnswer[];
}
