import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandContext } from '#libs/command';
import {
  basisOf,
  Context,
  IsText,
  ListOf,
  ListOfValues,
  NullableField,
  ObjectOf,
  OptionalField,
  Records,
  RestsOnDto,
} from '#libs/http';
import { isFiscalYear } from '#libs/kernel';
import { ChangedTermsDto, changedTermsOf, NewMeasureDto, newMeasureOf } from '../plan/measure.http.js';
import { ActionPlanParams, IsMeasureId, planPath } from '../plan/path.http.js';
import { ReviseActionPlanCommand } from './revise-action-plan.handler.js';

class ChangedMeasureDto {
  @IsMeasureId()
  readonly measureId!: string;

  @ObjectOf(() => ChangedTermsDto)
  readonly changes!: ChangedTermsDto;
}

class CancelledMeasureDto {
  @IsMeasureId()
  readonly measureId!: string;

  @IsText({ max: 2_000, multiline: true })
  readonly reason!: string;
}

class ReviseActionPlanDto extends RestsOnDto {
  @OptionalField()
  @IsText({ max: 500 })
  readonly title?: string;

  @OptionalField()
  @NullableField()
  @IsText({ max: 2_000, multiline: true })
  readonly purpose?: string | null;

  @OptionalField()
  @ListOfValues(isFiscalYear, { max: 20, example: [2024, 2025, 2026] })
  readonly fiscalYears?: readonly number[];

  @OptionalField()
  @ListOf(() => NewMeasureDto)
  readonly added?: readonly NewMeasureDto[];

  @OptionalField()
  @ListOf(() => ChangedMeasureDto)
  readonly changed?: readonly ChangedMeasureDto[];

  @OptionalField()
  @ListOf(() => CancelledMeasureDto)
  readonly cancelled?: readonly CancelledMeasureDto[];

  @OptionalField()
  @IsText({ max: 2_000, multiline: true })
  readonly reason?: string;
}

@ApiTags('action-plans')
@Controller('api/v1/:municipality/committees/:committee/action-plans/:planId')
export class ReviseActionPlanHttp {
  constructor(private readonly commands: CommandBus) {}

  /** Revises the plan by a later decision: its own terms and any number of measures, all of it or nothing. */
  @Post('revisions')
  @Records({ status: 200, location: planPath })
  revise(
    @Param() { committee, planId }: ActionPlanParams,
    @Context() context: CommandContext,
    @Body() body: ReviseActionPlanDto,
  ) {
    const { title, purpose, fiscalYears, added = [], changed = [], cancelled = [], reason = null } = body;
    const revise = {
      planId,
      terms: {
        ...(title === undefined ? {} : { title }),
        ...(purpose === undefined ? {} : { purpose }),
        ...(fiscalYears === undefined ? {} : { fiscalYears }),
      },
      added: added.map(newMeasureOf),
      changed: changed.map(({ measureId, changes }) => ({ measureId, terms: changedTermsOf(changes) })),
      cancelled: cancelled.map((measure) => ({ measureId: measure.measureId, reason: measure.reason })),
      reason,
      basis: basisOf(body),
    };
    return this.commands.execute(new ReviseActionPlanCommand(context, committee, revise));
  }
}
