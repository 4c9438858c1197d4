import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { Answers, FromDigits, IsInteger, MunicipalityParams, OptionalField } from '#libs/http';
import { IsStream, ownStream } from '../log/stream-parameter.http.js';
import { ErasuresQuery } from './erasures.handler.js';

class ErasuresOfQuery {
  /** Only those that name an event of this stream. */
  @OptionalField()
  @IsStream()
  readonly stream?: string;

  /** 1 to 1,000; 100 where it is left out. */
  @OptionalField()
  @FromDigits()
  @IsInteger({ min: 1, max: 1_000 })
  readonly limit?: number;

  /** The `next` of the page before. */
  @OptionalField()
  @FromDigits()
  @IsInteger({ min: 0, max: 2_147_483_647 })
  readonly after?: number;
}

@ApiTags('audit')
@Controller('api/v1/:municipality/erasures')
export class ErasuresHttp {
  constructor(private readonly queries: QueryBus) {}

  /** What has been erased (gallrat): when, by whom, by which paragraph, why, which events, and whether that is done. */
  @Get()
  @Answers({ description: 'Kommunens gallringar i den ordning de beslutades, en sida i taget.' })
  list(
    @Param() { municipality }: MunicipalityParams,
    @Query() { stream, limit = 100, after }: ErasuresOfQuery,
  ) {
    const name = ownStream('stream', stream, municipality);
    return this.queries.execute(new ErasuresQuery(municipality, { limit, after, stream: name }));
  }
}
