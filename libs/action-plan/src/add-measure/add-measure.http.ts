import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandContext } from '#libs/command';
import { basisOf, Context, ObjectOf, Records, RestsOnDto } from '#libs/http';
import { NewMeasureDto, newMeasureOf } from '../plan/measure.http.js';
import { ActionPlanParams, planPath } from '../plan/path.http.js';
import { AddMeasureCommand } from './add-measure.handler.js';

class AddMeasureDto extends RestsOnDto {
  @ObjectOf(() => NewMeasureDto)
  readonly measure!: NewMeasureDto;
}

@ApiTags('action-plans')
@Controller('api/v1/:municipality/committees/:committee/action-plans/:planId')
export class AddMeasureHttp {
  constructor(private readonly commands: CommandBus) {}

  /** Adds a measure to the plan. */
  @Post('measures')
  @Records({ status: 201, location: planPath })
  add(
    @Param() { committee, planId }: ActionPlanParams,
    @Context() context: CommandContext,
    @Body() body: AddMeasureDto,
  ) {
    const add = { planId, measure: newMeasureOf(body.measure), basis: basisOf(body) };
    return this.commands.execute(new AddMeasureCommand(context, committee, add));
  }
}
