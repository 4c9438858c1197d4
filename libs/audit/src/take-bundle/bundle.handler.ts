import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { EventStore } from '#libs/event-store';
import { NotaryOffice, Proofs } from '#libs/notary';
import { ProjectionRunner } from '#libs/read-model';
import { ShownAnswers } from '../notary/shown.http.js';
import { takeBundle, type Bundle } from './take-bundle.adapter.js';

/** All that an auditor needs to verify a municipality's history elsewhere. Null where nothing is recorded. */
export class BundleQuery extends Query<Bundle | null> {
  constructor(
    readonly tenant: string,
    /** Told how many of the events have been written. */
    readonly onProgress?: (events: number) => void,
  ) {
    super();
  }
}

@QueryHandler(BundleQuery)
export class BundleQueryHandler implements IQueryHandler<BundleQuery> {
  constructor(
    private readonly store: EventStore,
    private readonly runner: ProjectionRunner,
    private readonly proofs: Proofs,
    private readonly office: NotaryOffice,
    private readonly answers: ShownAnswers,
  ) {}

  async execute({ tenant, onProgress }: BundleQuery): Promise<Bundle | null> {
    const { store, runner, proofs } = this;
    const { notary } = this.office;
    return this.answers.answerOf(await takeBundle({ store, runner, proofs, notary, onProgress }, tenant));
  }
}
