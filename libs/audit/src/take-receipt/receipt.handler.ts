import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { NotaryOffice, Proofs } from '#libs/notary';
import { printReceipt } from '#libs/proof';
import { ShownAnswers } from '../notary/shown.http.js';

/** The receipt of an event: what proves it alone, to whoever has the key of the log. Null where there is no such event. */
export class ReceiptQuery extends Query<string | null> {
  constructor(
    readonly tenant: string,
    readonly eventId: string,
  ) {
    super();
  }
}

@QueryHandler(ReceiptQuery)
export class ReceiptQueryHandler implements IQueryHandler<ReceiptQuery> {
  constructor(
    private readonly proofs: Proofs,
    private readonly office: NotaryOffice,
    private readonly answers: ShownAnswers,
  ) {}

  async execute({ tenant, eventId }: ReceiptQuery): Promise<string | null> {
    const proved = this.answers.answerOf(await this.inclusion(tenant, eventId));
    if (proved === null) return null;
    const { event, index, proof, checkpoint } = proved;
    return printReceipt({ event, index, proof, checkpoint: checkpoint.note });
  }

  /** What has just been recorded is signed first, where this process can. */
  private async inclusion(tenant: string, eventId: string) {
    const shown = await this.proofs.inclusion(tenant, eventId);
    const isWaiting = shown !== null && 'rejection' in shown && shown.rejection.code === 'not-notarised-yet';
    if (!isWaiting || !this.office.notary) return shown;
    await this.office.notary.catchUp(tenant);
    return this.proofs.inclusion(tenant, eventId);
  }
}
