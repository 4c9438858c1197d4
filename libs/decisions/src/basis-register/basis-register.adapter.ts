import { Injectable } from '@nestjs/common';
import { CommandExecutor } from '#libs/command';
import { citationYear, parseCitation, printCitation, type Basis } from '#libs/kernel';
import { CommitteeRegister } from '#libs/organisation/contract';
import { committeeYearStream } from '../committee-year/state.js';
import {
  BasisRegister,
  decisionsStreamId,
  type BasisRejection,
  type CitationRejection,
} from '../contract/index.js';

/** Answers from the streams as the log has them now. */
@Injectable()
export class BasisRegisterAdapter extends BasisRegister {
  constructor(
    private readonly commands: CommandExecutor,
    private readonly committees: CommitteeRegister,
  ) {
    super();
  }

  async objection(tenant: string, committee: string, basis: Basis): Promise<BasisRejection | null> {
    const [inForce, registered] = await Promise.all([
      this.committees.objection(tenant, committee, basis.effectiveOn),
      this.citationObjection(tenant, basis),
    ]);
    return inForce ?? registered;
  }

  async citationObjection(tenant: string, basis: Basis): Promise<CitationRejection | null> {
    if (basis.kind !== 'decision') return null;
    const citation = parseCitation(basis.citation);
    if (!citation) throw new Error(`The basis "${basis.citation}" is no citation.`);
    const stream = decisionsStreamId(tenant, citation.body, citationYear(citation));
    const { decisions } = await this.commands.load(committeeYearStream, stream);
    const found = decisions.find(({ paragraph }) => paragraph === citation.paragraph);
    if (found?.date === citation.date) return null;
    const registeredAs = found ? printCitation({ ...citation, date: found.date }) : null;
    const wayOut = `/api/v1/${tenant}/committees/${citation.body}/decisions`;
    return {
      code: 'citation-not-registered',
      facts: { citation: printCitation(citation), registeredAs, wayOut },
    };
  }
}
