import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandContext } from '#libs/command';
import {
  Context,
  IsPlainDate,
  IsText,
  MayCiteDto,
  mayCiteBasis,
  ObjectOf,
  OptionalField,
  Records,
} from '#libs/http';
import { EffectDto, effectOf } from '../plan/measure.http.js';
import { MeasureParams, planPath } from '../plan/path.http.js';
import { CompleteMeasureCommand } from './complete-measure.handler.js';

class CompleteMeasureDto extends MayCiteDto {
  /** The completion holds from this day. */
  @IsPlainDate()
  readonly completedOn!: string;

  /** What came out; left out where nothing is stated. */
  @OptionalField()
  @ObjectOf(() => EffectDto)
  readonly realisedEffect?: EffectDto;

  @OptionalField()
  @IsText({ max: 4_000, multiline: true })
  readonly comment?: string;

  /** From when a correction holds; the day of completion unless told. */
  @OptionalField()
  @IsPlainDate()
  readonly effectiveOn?: string;
}

@ApiTags('action-plans')
@Controller('api/v1/:municipality/committees/:committee/action-plans/:planId/measures/:measureId')
export class CompleteMeasureHttp {
  constructor(private readonly commands: CommandBus) {}

  /** Completes a measure; doing so again corrects what was said, which is kept. */
  @Post('completion')
  @Records({ status: 200, location: planPath })
  complete(
    @Param() { committee, planId, measureId }: MeasureParams,
    @Context() context: CommandContext,
    @Body() body: CompleteMeasureDto,
  ) {
    const { completedOn, comment = null, effectiveOn } = body;
    const realisedEffect = effectOf(body.realisedEffect);
    const basis = mayCiteBasis(body, effectiveOn ?? completedOn);
    const complete = { planId, measureId, completedOn, realisedEffect, comment, basis };
    return this.commands.execute(new CompleteMeasureCommand(context, committee, complete));
  }
}
