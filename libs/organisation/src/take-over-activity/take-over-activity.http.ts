import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandContext } from '#libs/command';
import {
  CommitteeParams,
  Context,
  IsCommitteeCode,
  IsPlainDate,
  IsText,
  MayCiteDto,
  mayCiteBasis,
  NullableField,
  Records,
} from '#libs/http';
import { TakeOverActivityCommand } from './take-over-activity.handler.js';

class TakeOverActivityDto extends MayCiteDto {
  @IsText({ max: 200 })
  readonly activity!: string;

  /** Who answered for it before; null where it is new. */
  @NullableField()
  @IsCommitteeCode()
  readonly fromCommittee!: string | null;

  @IsPlainDate()
  readonly effectiveOn!: string;
}

@ApiTags('organisation')
@Controller('api/v1/:municipality/committees/:committee')
export class TakeOverActivityHttp {
  constructor(private readonly commands: CommandBus) {}

  /** The committee answers for an activity from a date, taken over from another committee or new. */
  @Post('activities')
  @Records({
    status: 201,
    location: ({ municipality, committee }) => `/api/v1/${municipality}/committees/${committee}`,
  })
  takeOver(
    @Param() { committee }: CommitteeParams,
    @Context() context: CommandContext,
    @Body() body: TakeOverActivityDto,
  ) {
    const { activity, fromCommittee, effectiveOn } = body;
    const basis = mayCiteBasis(body, effectiveOn);
    return this.commands.execute(
      new TakeOverActivityCommand(context, { committee, activity, fromCommittee, basis }),
    );
  }
}
