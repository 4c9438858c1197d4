import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandContext } from '#libs/command';
import { Context, IsPlainDate, IsText, ListOf, NullableField, OptionalField, Records } from '#libs/http';
import { DissentDto, dissentOf, RelationDto, relationOf } from '../committee-year/content.http.js';
import { decisionPath, DecisionParams } from '../committee-year/paths.http.js';
import type { DecisionContent } from '../contract/index.js';
import { CorrectDecisionCommand } from './correct-decision.handler.js';

/** What is left out stays; null takes away what was registered. */
class CorrectDecisionDto {
  @IsText({ max: 500 })
  readonly reason!: string;

  @OptionalField()
  @IsText({ max: 500 })
  readonly subject?: string;

  @OptionalField()
  @NullableField()
  @IsText({ max: 100_000, multiline: true })
  readonly text?: string | null;

  @OptionalField()
  @NullableField()
  @IsText({ max: 50 })
  readonly registryNumber?: string | null;

  @OptionalField()
  @NullableField()
  @IsText({ max: 500 })
  readonly outcome?: string | null;

  @OptionalField()
  @ListOf(() => DissentDto, { min: 0, max: 20 })
  readonly dissents?: readonly DissentDto[];

  @OptionalField()
  @ListOf(() => RelationDto, { min: 0, max: 50 })
  readonly relates?: readonly RelationDto[];

  /** From when the correction holds; from the day of the decision where it is left out. */
  @OptionalField()
  @IsPlainDate()
  readonly effectiveOn?: string;
}

@ApiTags('decisions')
@Controller('api/v1/:municipality/committees/:committee/decisions/:date/:paragraph')
export class CorrectDecisionHttp {
  constructor(private readonly commands: CommandBus) {}

  /** Corrects what is registered of a paragraph; the former text is kept. */
  @Post('corrections')
  @Records({ status: 201, location: decisionPath })
  correct(
    @Param() { committee, date, paragraph }: DecisionParams,
    @Context() context: CommandContext,
    @Body() body: CorrectDecisionDto,
  ) {
    const { reason, effectiveOn = null } = body;
    const command = { committee, date, paragraph, changes: changesOf(body), reason, effectiveOn };
    return this.commands.execute(new CorrectDecisionCommand(context, command));
  }
}

function changesOf({
  subject,
  text,
  registryNumber,
  outcome,
  dissents,
  relates,
}: CorrectDecisionDto): Partial<DecisionContent> {
  return {
    ...(subject !== undefined && { subject }),
    ...(text !== undefined && { text }),
    ...(registryNumber !== undefined && { registryNumber }),
    ...(outcome !== undefined && { outcome }),
    ...(dissents && { dissents: dissents.map(dissentOf) }),
    ...(relates && { relates: relates.map(relationOf) }),
  };
}
