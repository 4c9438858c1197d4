import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandContext } from '#libs/command';
import { Context, IsPlainDate, OptionalField, Records, swedishToday } from '#libs/http';
import { decisionPath, DecisionParams } from '../committee-year/paths.http.js';
import { PublishNoticeCommand } from './publish-notice.handler.js';

class PublishNoticeDto {
  @IsPlainDate()
  readonly publishedOn!: string;

  /** When the notice was taken down; may be told afterwards, with the same `publishedOn`. */
  @OptionalField()
  @IsPlainDate()
  readonly removedOn?: string;
}

@ApiTags('decisions')
@Controller('api/v1/:municipality/committees/:committee/decisions/:date/:paragraph')
export class PublishNoticeHttp {
  constructor(private readonly commands: CommandBus) {}

  /** Records that the approval was announced on the notice board, and when the notice was taken down. */
  @Post('notice')
  @Records({ status: 200, location: decisionPath })
  publish(
    @Param() { committee, date, paragraph }: DecisionParams,
    @Context() context: CommandContext,
    @Body() { publishedOn, removedOn }: PublishNoticeDto,
  ) {
    const command = {
      committee,
      date,
      paragraph,
      publishedOn,
      removedOn: removedOn ?? null,
      today: swedishToday(),
    };
    return this.commands.execute(new PublishNoticeCommand(context, command));
  }
}
