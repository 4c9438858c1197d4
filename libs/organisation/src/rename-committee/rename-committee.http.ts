import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandContext } from '#libs/command';
import { CommitteeParams, Context, IsPlainDate, IsText, MayCiteDto, mayCiteBasis, Records } from '#libs/http';
import { RenameCommitteeCommand } from './rename-committee.handler.js';

class RenameCommitteeDto extends MayCiteDto {
  @IsText({ max: 200 })
  readonly name!: string;

  @IsPlainDate()
  readonly effectiveOn!: string;
}

@ApiTags('organisation')
@Controller('api/v1/:municipality/committees/:committee')
export class RenameCommitteeHttp {
  constructor(private readonly commands: CommandBus) {}

  /** Gives the committee another name from a date; the code stays, and the former name is kept for its time. */
  @Post('name')
  @Records({
    status: 200,
    location: ({ municipality, committee }) => `/api/v1/${municipality}/committees/${committee}`,
  })
  rename(
    @Param() { committee }: CommitteeParams,
    @Context() context: CommandContext,
    @Body() body: RenameCommitteeDto,
  ) {
    const basis = mayCiteBasis(body, body.effectiveOn);
    return this.commands.execute(new RenameCommitteeCommand(context, { committee, name: body.name, basis }));
  }
}
