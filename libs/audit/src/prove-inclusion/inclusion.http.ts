import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import {
  Answers,
  field,
  MunicipalityParams,
  negotiate,
  OptionalField,
  type ParagrafRequest,
} from '#libs/http';
import type { ProvedInclusion } from '#libs/notary';
import { encodeBase64, printReceipt } from '#libs/proof';
import type { FastifyReply } from 'fastify';
import { IsLogSize } from '../notary/sizes.http.js';
import { InclusionQuery } from './inclusion.handler.js';

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

class InclusionOfQuery {
  /** The event's id, as the log and the answer to the command have it. */
  @field('missing-field', (value) => value !== undefined)
  @field(
    'malformed-value',
    (value) => typeof value === 'string' && uuid.test(value),
    'Ange händelsens id, ett UUID med gemener.',
  )
  @ApiProperty({ type: String, format: 'uuid' })
  readonly event!: string;

  /** The checkpoint's; the last checkpoint where it is left out. */
  @OptionalField()
  @IsLogSize()
  readonly size?: number;
}

/** What proves that an event stands in the log. */
class InclusionAnswer {
  @ApiProperty({ format: 'uuid' })
  readonly event!: string;

  @ApiProperty({ description: 'Händelsens kuvert, på byten som det förseglades.' })
  readonly envelope!: string;

  @ApiProperty({ type: 'integer', description: 'Dess plats i loggen, från 0.' })
  readonly index!: number;

  @ApiProperty({ type: 'integer', description: 'Kontrollvärdets storlek: så många händelser gäller det.' })
  readonly size!: number;

  @ApiProperty({ type: [String], description: 'Vägen från bladet till roten, i base64 (RFC 6962).' })
  readonly hashes!: readonly string[];

  @ApiProperty({ description: 'Den signerade noten.' })
  readonly checkpoint!: string;
}

@ApiTags('audit')
@Controller('api/v1/:municipality/audit')
export class InclusionHttp {
  constructor(private readonly queries: QueryBus) {}

  /**
   * That an event stands in the log: its envelope, and the hashes that lead from it to a signed checkpoint. With
   * `Accept: text/plain` a receipt, which has the event's content too and can be verified alone (C2SP tlog-proof).
   */
  @Get('inclusion')
  @Answers({ description: 'Beviset.', type: InclusionAnswer, problems: [400, 404, 406, 409, 422, 503] })
  async inclusion(
    @Param() { municipality }: MunicipalityParams,
    @Query() { event, size }: InclusionOfQuery,
    @Req() { headers }: ParagrafRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<InclusionAnswer | string | null> {
    const form = negotiate(headers.accept, ['application/json', 'text/plain']);
    const proved = await this.queries.execute(new InclusionQuery(municipality, event, size));
    void reply.header('Vary', 'Accept');
    if (proved === null) return null;
    if (form === 'application/json') return answerOf(event, proved);
    void reply.type('text/plain; charset=utf-8');
    return printReceipt({ ...proved, checkpoint: proved.checkpoint.note });
  }
}

function answerOf(id: string, { event, index, proof, checkpoint }: ProvedInclusion): InclusionAnswer {
  const { size, note } = checkpoint;
  const hashes = proof.map((hash) => encodeBase64(hash));
  return { event: id, envelope: event.envelope, index, size, hashes, checkpoint: note };
}
