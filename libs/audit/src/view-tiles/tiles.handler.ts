import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Proofs } from '#libs/notary';
import type { Tile } from '#libs/proof';
import { ShownAnswers } from '../notary/shown.http.js';

export class TileQuery extends Query<Uint8Array | null> {
  constructor(
    readonly tenant: string,
    readonly tile: Tile,
  ) {
    super();
  }
}

@QueryHandler(TileQuery)
export class TileQueryHandler implements IQueryHandler<TileQuery> {
  constructor(
    private readonly proofs: Proofs,
    private readonly answers: ShownAnswers,
  ) {}

  async execute({ tenant, tile }: TileQuery) {
    return this.answers.answerOf(await this.proofs.tile(tenant, tile));
  }
}
