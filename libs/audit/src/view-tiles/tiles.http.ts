import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { Answers, fieldError, invalidRequest, MunicipalityParams, type ParagrafRequest } from '#libs/http';
import { parseTilePath, type Tile } from '#libs/proof';
import type { FastifyReply } from 'fastify';
import { TileQuery } from './tiles.handler.js';

@ApiTags('audit')
@Controller('api/v1/:municipality/audit')
export class TilesHttp {
  constructor(private readonly queries: QueryBus) {}

  /**
   * A tile of the tree, or a bundle of the envelopes that its leaves are made of (C2SP tlog-tiles):
   * `tile/{level}/{index}`, `tile/entries/{index}`, and with `.p/{width}` where it is not full.
   */
  @Get('tile/*')
  @ApiParam({
    name: 'path',
    description: 'Som i 0/x001/234, 1/000.p/7 eller entries/000.',
    schema: { type: 'string' },
  })
  @Answers({
    description: 'Hashvärden om 32 byte efter varandra, eller händelsernas kuvert med sina längder.',
    mediaType: 'application/octet-stream',
    schema: { type: 'string', format: 'binary' },
    problems: [400, 404, 409, 503],
  })
  async tile(
    @Param() { municipality }: MunicipalityParams,
    @Req() { params }: ParagrafRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const content = await this.queries.execute(new TileQuery(municipality, tileOf(params['*'])));
    // What a tile holds never changes, and its width stands in its path.
    if (content) void reply.header('Cache-Control', 'max-age=31536000, immutable');
    return content;
  }
}

function tileOf(path = ''): Tile {
  const tile = parseTilePath(`tile/${path}`);
  if (tile === null) throw invalidRequest(fieldError({ parameter: 'path' }, 'malformed-value'));
  return tile;
}
