import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { Answers, FromDigits, IsInteger, MunicipalityParams, OptionalField, pageOf } from '#libs/http';
import { encodeBase64 } from '#libs/proof';
import { ShownAnswers } from '../notary/shown.http.js';
import { IsLogSize } from '../notary/sizes.http.js';
import { CheckpointQuery, CheckpointsQuery } from './checkpoints.handler.js';

class CheckpointOfQuery {
  /** How many events it covers; the last checkpoint where it is left out. */
  @OptionalField()
  @IsLogSize()
  readonly size?: number;
}

class CheckpointsOfQuery {
  /** 1 to 1,000; 100 where it is left out. */
  @OptionalField()
  @FromDigits()
  @IsInteger({ min: 1, max: 1_000 })
  readonly limit?: number;

  /** The `next` of the page before: a size. */
  @OptionalField()
  @IsLogSize()
  readonly after?: number;
}

const text = 'text/plain; charset=utf-8';

@ApiTags('audit')
@Controller('api/v1/:municipality/audit')
export class CheckpointsHttp {
  constructor(
    private readonly queries: QueryBus,
    private readonly answers: ShownAnswers,
  ) {}

  /** The signed state of the log (C2SP tlog-checkpoint): origin, size, root and the signatures. */
  @Get('checkpoint')
  @Header('Cache-Control', 'no-cache')
  @Answers({
    description: 'Kontrollvärdet som en signerad not.',
    mediaType: text,
    problems: [400, 404, 409, 503],
  })
  async checkpoint(@Param() { municipality }: MunicipalityParams, @Query() { size }: CheckpointOfQuery) {
    const checkpoint = await this.queries.execute(new CheckpointQuery(municipality, size));
    return checkpoint?.note;
  }

  /** The checkpoints, from the last one on. */
  @Get('checkpoints')
  @Answers({ description: 'Kontrollvärdena, det senaste först, en sida i taget.' })
  async checkpoints(
    @Param() { municipality }: MunicipalityParams,
    @Query() { limit = 100, after: below }: CheckpointsOfQuery,
  ) {
    const found = await this.queries.execute(new CheckpointsQuery(municipality, { below, limit: limit + 1 }));
    const { items, next } = pageOf(found, limit, ({ size }) => `${size}`);
    return {
      items: items.map(({ size, root, signedAt, note }) => ({
        size,
        root: encodeBase64(root),
        signedAt,
        note,
      })),
      next,
    };
  }

  /**
   * The verifier key of the log. An auditor must have it from elsewhere, in the minutes of the committee say: whoever
   * could show another log here could show another key as well.
   */
  @Get('key')
  @Answers({ description: 'Verifieringsnyckeln, på en rad.', mediaType: text, problems: [400, 409] })
  key(@Param() { municipality }: MunicipalityParams) {
    return `${this.answers.verifierKey(municipality)}\n`;
  }
}
