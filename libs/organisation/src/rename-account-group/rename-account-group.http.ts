import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandContext } from '#libs/command';
import {
  Context,
  IsAccountGroupId,
  IsPlainDate,
  IsText,
  MayCiteDto,
  mayCiteBasis,
  MunicipalityParams,
  Records,
} from '#libs/http';
import { RenameAccountGroupCommand } from './rename-account-group.handler.js';

class AccountGroupParams extends MunicipalityParams {
  @IsAccountGroupId()
  readonly accountGroup!: string;
}

class RenameAccountGroupDto extends MayCiteDto {
  @IsText({ max: 200 })
  readonly name!: string;

  @IsPlainDate()
  readonly effectiveOn!: string;
}

@ApiTags('organisation')
@Controller('api/v1/:municipality/account-groups/:accountGroup')
export class RenameAccountGroupHttp {
  constructor(private readonly commands: CommandBus) {}

  /** Gives an account group another name from a date; its id and accounts stay. */
  @Post('name')
  @Records({ status: 200, location: ({ municipality }) => `/api/v1/${municipality}/account-groups` })
  rename(
    @Param() { accountGroup: id }: AccountGroupParams,
    @Context() context: CommandContext,
    @Body() body: RenameAccountGroupDto,
  ) {
    const basis = mayCiteBasis(body, body.effectiveOn);
    return this.commands.execute(new RenameAccountGroupCommand(context, { id, name: body.name, basis }));
  }
}
