import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { RejectionException } from '#libs/http';
import { committeeCodePattern, municipalityPattern } from '#libs/kernel';
import { CommitteeRegister } from '../contract/index.js';

/**
 * Refuses every path below a committee that is not in the register, so that no context needs to. Malformed names
 * pass: the field validators behind say better what is wrong with them.
 */
@Injectable()
export class KnownCommitteeGuard implements CanActivate {
  constructor(private readonly register: CommitteeRegister) {}

  async canActivate(execution: ExecutionContext): Promise<boolean> {
    const { params } = execution.switchToHttp().getRequest<{ params?: Partial<Record<string, string>> }>();
    const { municipality = '', committee = '' } = params ?? {};
    if (!municipalityPattern.test(municipality) || !committeeCodePattern.test(committee)) return true;
    const unknown = await this.register.unknown(municipality, committee);
    if (unknown) throw new RejectionException(unknown);
    return true;
  }
}
