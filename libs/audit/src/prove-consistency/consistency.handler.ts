import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Proofs, type ProvedConsistency } from '#libs/notary';
import { ShownAnswers } from '../notary/shown.http.js';

/** That the log has only grown between two sizes; up to the last checkpoint where `to` is left out. */
export class ConsistencyQuery extends Query<ProvedConsistency | null> {
  constructor(
    readonly tenant: string,
    readonly from: number,
    readonly to: number | undefined,
  ) {
    super();
  }
}

@QueryHandler(ConsistencyQuery)
export class ConsistencyQueryHandler implements IQueryHandler<ConsistencyQuery> {
  constructor(
    private readonly proofs: Proofs,
    private readonly answers: ShownAnswers,
  ) {}

  async execute({ tenant, from, to }: ConsistencyQuery) {
    return this.answers.answerOf(await this.proofs.consistency(tenant, from, to));
  }
}
