import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ErasureRegister, type Erasure } from '#libs/event-store';
import { pageOf, type Page } from '#libs/http';
import { printStreamId } from '#libs/kernel';
import { CarriedOut } from '../carry-out/carried-out.adapter.js';

/** A decision to erase, and whether nothing is left of what it names. */
export interface ErasureView extends Erasure {
  readonly isCarriedOut: boolean;
}

export interface ErasuresView extends Page<ErasureView> {
  /** The last revision of the municipality's decisions to erase; −1 where there is none. */
  readonly revision: number;
}

/** The decisions to erase, oldest first; those that name an event of a stream, where one is given. */
export class ErasuresQuery extends Query<ErasuresView> {
  constructor(
    readonly tenant: string,
    readonly page: { readonly limit: number; readonly after?: number; readonly stream?: string },
  ) {
    super();
  }
}

@QueryHandler(ErasuresQuery)
export class ErasuresQueryHandler implements IQueryHandler<ErasuresQuery> {
  constructor(
    private readonly register: ErasureRegister,
    private readonly carriedOut: CarriedOut,
  ) {}

  async execute({ tenant, page: { limit, after = -1, stream } }: ErasuresQuery) {
    // Asked first: what it covers is in the register then.
    const carriedOut = await this.carriedOut.upTo(tenant);
    const { all, revision } = await this.register.of(tenant);
    const name = stream === undefined ? null : printStreamId({ tenant, name: stream });
    const found = all.filter(
      (erasure) => erasure.revision > after && (name === null || erasure.events.some(isOf(name))),
    );
    const views = found
      .slice(0, limit + 1)
      .map((erasure) => ({ ...erasure, isCarriedOut: erasure.revision <= carriedOut }));
    return { ...pageOf(views, limit, (view) => String(view.revision)), revision };
  }
}

function isOf(stream: string): (event: { readonly stream: string }) => boolean {
  return (event) => event.stream === stream;
}
