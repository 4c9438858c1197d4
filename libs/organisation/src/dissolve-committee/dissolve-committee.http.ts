import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandContext } from '#libs/command';
import { CommitteeParams, Context, IsPlainDate, MayCiteDto, mayCiteBasis, Records } from '#libs/http';
import { DissolveCommitteeCommand } from './dissolve-committee.handler.js';

class DissolveCommitteeDto extends MayCiteDto {
  /** The last day of the committee. */
  @IsPlainDate()
  readonly lastDay!: string;
}

@ApiTags('organisation')
@Controller('api/v1/:municipality/committees/:committee')
export class DissolveCommitteeHttp {
  constructor(private readonly commands: CommandBus) {}

  /** Ends the committee after a last day; another last day takes the place of one that is recorded. */
  @Post('dissolution')
  @Records({
    status: 200,
    location: ({ municipality, committee }) => `/api/v1/${municipality}/committees/${committee}`,
  })
  dissolve(
    @Param() { committee }: CommitteeParams,
    @Context() context: CommandContext,
    @Body() body: DissolveCommitteeDto,
  ) {
    const { lastDay } = body;
    const basis = mayCiteBasis(body, lastDay);
    return this.commands.execute(new DissolveCommitteeCommand(context, { committee, lastDay, basis }));
  }
}
