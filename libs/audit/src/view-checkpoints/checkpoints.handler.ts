import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Proofs, type StoredCheckpoint } from '#libs/notary';
import { ShownAnswers } from '../notary/shown.http.js';

/** The checkpoint of that size, or the last one. */
export class CheckpointQuery extends Query<StoredCheckpoint | null> {
  constructor(
    readonly tenant: string,
    readonly size: number | undefined,
  ) {
    super();
  }
}

export class CheckpointsQuery extends Query<readonly StoredCheckpoint[]> {
  constructor(
    readonly tenant: string,
    readonly page: { readonly below?: number; readonly limit: number },
  ) {
    super();
  }
}

@QueryHandler(CheckpointQuery)
export class CheckpointQueryHandler implements IQueryHandler<CheckpointQuery> {
  constructor(
    private readonly proofs: Proofs,
    private readonly answers: ShownAnswers,
  ) {}

  async execute({ tenant, size }: CheckpointQuery) {
    return this.answers.answerOf(await this.proofs.checkpoint(tenant, size));
  }
}

@QueryHandler(CheckpointsQuery)
export class CheckpointsQueryHandler implements IQueryHandler<CheckpointsQuery> {
  constructor(private readonly proofs: Proofs) {}

  execute({ tenant, page }: CheckpointsQuery) {
    return this.proofs.checkpoints(tenant, page);
  }
}
