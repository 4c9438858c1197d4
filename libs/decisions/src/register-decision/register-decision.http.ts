import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandContext } from '#libs/command';
import {
  CommitteeParams,
  Context,
  IsInteger,
  IsPlainDate,
  IsText,
  ListOf,
  OptionalField,
  Records,
  swedishToday,
} from '#libs/http';
import { DissentDto, dissentOf, RelationDto, relationOf } from '../committee-year/content.http.js';
import { decisionPath, maxParagraph } from '../committee-year/paths.http.js';
import type { DecisionContent } from '../contract/index.js';
import { RegisterDecisionCommand } from './register-decision.handler.js';

class RegisterDecisionDto {
  /** The date of the meeting. */
  @IsPlainDate()
  readonly date!: string;

  @IsInteger({ min: 1, max: maxParagraph })
  readonly paragraph!: number;

  @IsText({ max: 500 })
  readonly subject!: string;

  /** The text of the decision as minuted. */
  @OptionalField()
  @IsText({ max: 100_000, multiline: true })
  readonly text?: string;

  /** The number under which the matter is registered (diarienummer). */
  @OptionalField()
  @IsText({ max: 50 })
  readonly registryNumber?: string;

  @OptionalField()
  @IsText({ max: 500 })
  readonly outcome?: string;

  @OptionalField()
  @ListOf(() => DissentDto, { min: 0, max: 20 })
  readonly dissents?: readonly DissentDto[];

  @OptionalField()
  @ListOf(() => RelationDto, { min: 0, max: 50 })
  readonly relates?: readonly RelationDto[];
}

@ApiTags('decisions')
@Controller('api/v1/:municipality/committees/:committee/decisions')
export class RegisterDecisionHttp {
  constructor(private readonly commands: CommandBus) {}

  /** Registers a paragraph of the committee's minutes, so that other facts can cite it. */
  @Post()
  @Records<RegisterDecisionDto>({
    status: 201,
    location: (path, { body }) => decisionPath({ ...path, date: body.date, paragraph: body.paragraph }),
  })
  register(
    @Param() { committee }: CommitteeParams,
    @Context() context: CommandContext,
    @Body() body: RegisterDecisionDto,
  ) {
    const { date, paragraph } = body;
    const command = { committee, date, paragraph, content: contentOf(body), today: swedishToday() };
    return this.commands.execute(new RegisterDecisionCommand(context, command));
  }
}

function contentOf(body: RegisterDecisionDto): DecisionContent {
  return {
    subject: body.subject,
    text: body.text ?? null,
    registryNumber: body.registryNumber ?? null,
    outcome: body.outcome ?? null,
    dissents: (body.dissents ?? []).map(dissentOf),
    relates: (body.relates ?? []).map(relationOf),
  };
}
