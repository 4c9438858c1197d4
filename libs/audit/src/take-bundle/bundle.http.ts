import { Readable } from 'node:stream';
import { Controller, Get, Param, Res, StreamableFile } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { Answers, MunicipalityParams } from '#libs/http';
import type { FastifyReply } from 'fastify';
import { BundleQuery } from './bundle.handler.js';

const mediaType = 'application/x-tar';

@ApiTags('audit')
@Controller('api/v1/:municipality/audit')
export class BundleHttp {
  constructor(private readonly queries: QueryBus) {}

  /**
   * All that is needed to verify the history elsewhere, without this server: every event as it was sealed, the tree,
   * the signed checkpoint, the erasures and what the read models show. A tar archive; `paragraf verify` reads it.
   */
  @Get('bundle')
  @Answers({
    description: 'Granskningsarkivet som en tar-fil.',
    mediaType,
    schema: { type: 'string', format: 'binary' },
    problems: [400, 404, 409, 503],
  })
  async bundle(
    @Param() { municipality }: MunicipalityParams,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | null> {
    const bundle = await this.queries.execute(new BundleQuery(municipality));
    if (bundle === null) return null;
    const name = `paragraf-${municipality}-${bundle.size}.tar`;
    void reply.header('Content-Disposition', `attachment; filename="${name}"`);
    void reply.header('Cache-Control', 'no-store');
    return new StreamableFile(Readable.from(bundle.bytes, { objectMode: false }), { type: mediaType });
  }
}
