import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandContext } from '#libs/command';
import { Context, IsText, ObjectOf, OptionalField, Records } from '#libs/http';
import { GroundDto, groundOf } from '../plan/ground.http.js';
import { ChangedTermsDto, changedTermsOf } from '../plan/measure.http.js';
import { MeasureParams, planPath } from '../plan/path.http.js';
import { ChangeMeasureCommand } from './change-measure.handler.js';

class ChangeMeasureDto extends GroundDto {
  /** Only what shall change; null takes a term away. */
  @ObjectOf(() => ChangedTermsDto)
  readonly changes!: ChangedTermsDto;

  @OptionalField()
  @IsText({ max: 2_000, multiline: true })
  readonly reason?: string;
}

@ApiTags('action-plans')
@Controller('api/v1/:municipality/committees/:committee/action-plans/:planId/measures/:measureId')
export class ChangeMeasureHttp {
  constructor(private readonly commands: CommandBus) {}

  /** Changes what is decided of a measure; what each term was is kept. */
  @Post('changes')
  @Records({ status: 200, location: planPath })
  change(
    @Param() { committee, planId, measureId }: MeasureParams,
    @Context() context: CommandContext,
    @Body() body: ChangeMeasureDto,
  ) {
    const { changes, reason = null } = body;
    const change = { planId, measureId, terms: changedTermsOf(changes), reason, basis: groundOf(body) };
    return this.commands.execute(new ChangeMeasureCommand(context, committee, change));
  }
}
