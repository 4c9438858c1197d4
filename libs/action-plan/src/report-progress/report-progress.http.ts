import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandContext } from '#libs/command';
import {
  Context,
  IsFiscalYear,
  IsInteger,
  IsOneOf,
  IsText,
  ObjectOf,
  OptionalField,
  Records,
} from '#libs/http';
import { progressStatuses, type ProgressStatus } from '../contract/index.js';
import { GroundDto, groundOf } from '../plan/ground.http.js';
import { EffectDto, effectOf } from '../plan/measure.http.js';
import { MeasureParams, planPath } from '../plan/path.http.js';
import { ReportProgressCommand } from './report-progress.handler.js';

class ReportProgressDto extends GroundDto {
  /** The fiscal year of the follow-up round. */
  @IsFiscalYear()
  readonly year!: number;

  /** The round's number in the calendar of the year, from 1. */
  @IsInteger({ min: 1, max: 24 })
  readonly round!: number;

  @IsOneOf(progressStatuses)
  readonly status!: ProgressStatus;

  @OptionalField()
  @IsText({ max: 4_000, multiline: true })
  readonly comment?: string;

  /** What has come out so far; left out where nothing is stated. */
  @OptionalField()
  @ObjectOf(() => EffectDto)
  readonly realisedEffect?: EffectDto;
}

@ApiTags('action-plans')
@Controller('api/v1/:municipality/committees/:committee/action-plans/:planId/measures/:measureId')
export class ReportProgressHttp {
  constructor(private readonly commands: CommandBus) {}

  /** Reports at a follow-up round how the measure goes; a later report of the same round corrects it. */
  @Post('progress')
  @Records({ status: 200, location: planPath })
  report(
    @Param() { committee, planId, measureId }: MeasureParams,
    @Context() context: CommandContext,
    @Body() body: ReportProgressDto,
  ) {
    const { year, round, status, comment = null } = body;
    const realisedEffect = effectOf(body.realisedEffect);
    const report = { planId, measureId, year, round, status, comment, realisedEffect, basis: groundOf(body) };
    return this.commands.execute(new ReportProgressCommand(context, committee, report));
  }
}
