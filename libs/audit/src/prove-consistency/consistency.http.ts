import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { Answers, field, MunicipalityParams, OptionalField } from '#libs/http';
import { encodeBase64 } from '#libs/proof';
import { IsLogSize } from '../notary/sizes.http.js';
import { ConsistencyQuery } from './consistency.handler.js';

class ConsistencyOfQuery {
  /** The size of the earlier tree. */
  @field('missing-field', (value) => value !== undefined)
  @IsLogSize()
  readonly from!: number;

  /** The size of the later tree; that of the last checkpoint where it is left out. */
  @OptionalField()
  @IsLogSize()
  readonly to?: number;
}

/** What proves that the log has only grown. */
class ConsistencyAnswer {
  @ApiProperty({ type: 'integer' })
  readonly from!: number;

  @ApiProperty({ type: 'integer' })
  readonly to!: number;

  @ApiProperty({ type: [String], description: 'Beviset i base64 (RFC 6962).' })
  readonly hashes!: readonly string[];
}

@ApiTags('audit')
@Controller('api/v1/:municipality/audit')
export class ConsistencyHttp {
  constructor(private readonly queries: QueryBus) {}

  /** That the log has only grown: the hashes that lead from the root of an earlier tree to that of a later one. */
  @Get('consistency')
  @Answers({ description: 'Beviset.', type: ConsistencyAnswer, problems: [400, 404, 409, 422, 503] })
  async consistency(
    @Param() { municipality }: MunicipalityParams,
    @Query() { from, to }: ConsistencyOfQuery,
  ): Promise<ConsistencyAnswer | null> {
    const proved = await this.queries.execute(new ConsistencyQuery(municipality, from, to));
    if (proved === null) return null;
    return { from: proved.from, to: proved.to, hashes: proved.proof.map((hash) => encodeBase64(hash)) };
  }
}
