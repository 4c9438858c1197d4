import { Injectable } from '@nestjs/common';
import { CommandExecutor } from '#libs/command';
import { printStreamId, type AccountGroup, type PlainDate } from '#libs/kernel';
import { chartOn } from '../account-groups/chart.js';
import { accountGroupsStream, accountGroupsStreamId } from '../account-groups/state.js';
import { committeeStream, committeeStreamId } from '../committee/state.js';
import { committeeObjection } from '../committee/terms.js';
import { CommitteeRegister, type CommitteeRejection, type UnknownCommittee } from '../contract/index.js';

/** Answers from the streams as the log has them now. */
@Injectable()
export class CommitteeRegisterAdapter extends CommitteeRegister {
  /** Streams of committees seen in the log. What is in the log stays there, so nobody need ask again. */
  private readonly known = new Set<string>();

  constructor(private readonly commands: CommandExecutor) {
    super();
  }

  async objection(tenant: string, committee: string, on: PlainDate): Promise<CommitteeRejection | null> {
    const { terms } = await this.commands.load(committeeStream, committeeStreamId(tenant, committee));
    return committeeObjection(committee, terms, on);
  }

  async unknown(tenant: string, committee: string): Promise<UnknownCommittee | null> {
    const stream = committeeStreamId(tenant, committee);
    if (this.known.has(printStreamId(stream))) return null;
    const { terms } = await this.commands.load(committeeStream, stream);
    if (terms.length === 0) return { code: 'committee-unknown', facts: { committee } };
    this.known.add(printStreamId(stream));
    return null;
  }

  async accountGroups(tenant: string, on: PlainDate): Promise<readonly AccountGroup[]> {
    const { facts } = await this.commands.load(accountGroupsStream, accountGroupsStreamId(tenant));
    return chartOn(facts, on).groups;
  }
}
