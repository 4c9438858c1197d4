import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Proofs, type ProvedInclusion } from '#libs/notary';
import { ShownAnswers } from '../notary/shown.http.js';

/** That an event stands in the log, under the checkpoint of that size or the last one. */
export class InclusionQuery extends Query<ProvedInclusion | null> {
  constructor(
    readonly tenant: string,
    readonly eventId: string,
    readonly size: number | undefined,
  ) {
    super();
  }
}

@QueryHandler(InclusionQuery)
export class InclusionQueryHandler implements IQueryHandler<InclusionQuery> {
  constructor(
    private readonly proofs: Proofs,
    private readonly answers: ShownAnswers,
  ) {}

  async execute({ tenant, eventId, size }: InclusionQuery) {
    return this.answers.answerOf(await this.proofs.inclusion(tenant, eventId, size));
  }
}
