import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import type { CommandContext } from '#libs/command';
import {
  Context,
  field,
  IsAccountGroupId,
  IsOneOf,
  IsPlainDate,
  IsText,
  ListOf,
  MayCiteDto,
  mayCiteBasis,
  MunicipalityParams,
  Records,
} from '#libs/http';
import { accountGroupKinds, type AccountGroupKind } from '#libs/kernel';
import { accountCodePattern } from '../contract/index.js';
import { DefineAccountGroupsCommand } from './define-account-groups.handler.js';

const isAccountCode = (value: unknown) => typeof value === 'string' && accountCodePattern.test(value);

class AccountGroupDto {
  @IsAccountGroupId()
  readonly id!: string;

  @IsText({ max: 200 })
  readonly name!: string;

  @IsOneOf(accountGroupKinds)
  readonly kind!: AccountGroupKind;
}

class AccountRangeDto {
  @field('malformed-value', isAccountCode, 'Ange kontots första siffror, 1 till 10 siffror.')
  @ApiProperty({ type: String, pattern: accountCodePattern.source, example: '30' })
  readonly from!: string;

  @field('malformed-value', isAccountCode, 'Ange kontots första siffror, 1 till 10 siffror.')
  @ApiProperty({ type: String, pattern: accountCodePattern.source, example: '39' })
  readonly to!: string;

  @IsAccountGroupId()
  readonly accountGroup!: string;
}

class DefineAccountGroupsDto extends MayCiteDto {
  @ListOf(() => AccountGroupDto)
  readonly groups!: readonly AccountGroupDto[];

  /** Which accounts belong to which group; an account may belong to none. */
  @ListOf(() => AccountRangeDto, { min: 0 })
  readonly ranges!: readonly AccountRangeDto[];

  @IsPlainDate()
  readonly effectiveOn!: string;
}

@ApiTags('organisation')
@Controller('api/v1/:municipality/account-groups')
export class DefineAccountGroupsHttp {
  constructor(private readonly commands: CommandBus) {}

  /** Defines all account groups anew from a date, with the accounts of each; what held before is kept for its time. */
  @Post()
  @Records({ status: 201, location: ({ municipality }) => `/api/v1/${municipality}/account-groups` })
  define(
    @Param() _: MunicipalityParams,
    @Context() context: CommandContext,
    @Body() body: DefineAccountGroupsDto,
  ) {
    const groups = body.groups.map(({ id, name, kind }) => ({ id, name, kind }));
    const ranges = body.ranges.map(({ from, to, accountGroup }) => ({ from, to, accountGroup }));
    const basis = mayCiteBasis(body, body.effectiveOn);
    return this.commands.execute(new DefineAccountGroupsCommand(context, { groups, ranges, basis }));
  }
}
