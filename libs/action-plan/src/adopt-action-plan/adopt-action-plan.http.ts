import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandContext } from '#libs/command';
import {
  CommitteeParams,
  Context,
  IsCitation,
  IsPlainDate,
  IsText,
  ListOf,
  ListOfValues,
  OptionalField,
  Records,
} from '#libs/http';
import { isFiscalYear, parseCitation, printCitation } from '#libs/kernel';
import { planIdOf } from '../contract/index.js';
import { NewMeasureDto, newMeasureOf } from '../plan/measure.http.js';
import { planPath } from '../plan/path.http.js';
import { AdoptActionPlanCommand } from './adopt-action-plan.handler.js';

class AdoptActionPlanDto {
  /** The committee's own paragraph; the plan is known by its date and number. */
  @IsCitation()
  readonly citation!: string;

  /** From when the plan holds, where that is not the day of the paragraph. */
  @OptionalField()
  @IsPlainDate()
  readonly effectiveOn?: string;

  @IsText({ max: 500 })
  readonly title!: string;

  @OptionalField()
  @IsText({ max: 2_000, multiline: true })
  readonly purpose?: string;

  /** The fiscal years that the plan concerns. */
  @ListOfValues(isFiscalYear, { max: 20, example: [2024, 2025] })
  readonly fiscalYears!: readonly number[];

  @ListOf(() => NewMeasureDto)
  readonly measures!: readonly NewMeasureDto[];
}

@ApiTags('action-plans')
@Controller('api/v1/:municipality/committees/:committee/action-plans')
export class AdoptActionPlanHttp {
  constructor(private readonly commands: CommandBus) {}

  /** Adopts a plan with its first measures, under the committee's own paragraph. */
  @Post()
  @Records<AdoptActionPlanDto>({
    status: 201,
    location: (path, { body }) => planPath({ ...path, planId: paragraphOf(body).planId }),
  })
  adopt(
    @Param() { committee }: CommitteeParams,
    @Context() context: CommandContext,
    @Body() body: AdoptActionPlanDto,
  ) {
    const { title, purpose = null, fiscalYears, measures, effectiveOn } = body;
    const { planId, citation, date } = paragraphOf(body);
    const basis = { kind: 'decision', citation, effectiveOn: effectiveOn ?? date } as const;
    const plan = { committee, title, purpose, fiscalYears, measures: measures.map(newMeasureOf), basis };
    return this.commands.execute(new AdoptActionPlanCommand(context, planId, plan));
  }
}

function paragraphOf({ citation }: AdoptActionPlanDto) {
  const paragraph = parseCitation(citation);
  if (!paragraph) throw new Error('A paragraph was asked of a body that was not validated.');
  return { planId: planIdOf(paragraph), citation: printCitation(paragraph), date: paragraph.date };
}
