import { Injectable } from '@nestjs/common';
import { RejectionException } from '#libs/http';
import type { Rejection } from '#libs/kernel';
import { NotaryOffice, type ProofRejection, type Shown } from '#libs/notary';

/** Why an auditor is not shown something of the notarised log. */
export type NotarisedRejection = ProofRejection | Rejection<'notary-without-key'>;

/** Turns what the notary shows into an answer, and what it refuses into a problem. */
@Injectable()
export class ShownAnswers {
  constructor(private readonly office: NotaryOffice) {}

  /** Throws where it is refused. */
  answerOf<Answer>(shown: Shown<Answer> | null): Answer | null {
    if (shown === null) return null;
    if ('answer' in shown) return shown.answer;
    throw new RejectionException(this.toldOf(shown.rejection));
  }

  /** What a municipality's log is verified with. Throws where this process has no key. */
  verifierKey(tenant: string): string {
    const key = this.office.verifierKey(tenant);
    if (key === null) throw new RejectionException(withoutKey);
    return key;
  }

  /** To wait is of no use where there is nobody who could sign. */
  private toldOf(rejection: ProofRejection): NotarisedRejection {
    const isWaiting = rejection.code === 'not-notarised-yet' && rejection.facts.signedSize === 0;
    return isWaiting && this.office.state === 'without-key' ? withoutKey : rejection;
  }
}

const withoutKey: NotarisedRejection = { code: 'notary-without-key', facts: {} };
