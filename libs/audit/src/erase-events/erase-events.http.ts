import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandContext } from '#libs/command';
import { Context, IsCitation, IsText, ListOfValues, MunicipalityParams, Records } from '#libs/http';
import { parseCitation } from '#libs/kernel';
import { EraseEventsCommand } from './erase-events.handler.js';

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const isEventId = (value: unknown): boolean => typeof value === 'string' && uuid.test(value);

class EraseEventsDto {
  /** The decision to erase, `SN 2026-01-20, § 3`. It holds from its own day. */
  @IsCitation()
  readonly citation!: string;

  /** The ids of the events, as the log tells them. */
  @ListOfValues(isEventId, { max: 1_000, example: ['0f4c2a1e-9a41-5d0c-8f57-6a2f5a0f1c11'] })
  readonly events!: readonly string[];

  /** Why, without saying again what is to be erased: the reason stays. */
  @IsText({ max: 500 })
  readonly reason!: string;
}

@ApiTags('audit')
@Controller('api/v1/:municipality/erasures')
export class EraseEventsHttp {
  constructor(private readonly commands: CommandBus) {}

  /** Destroys what events say, by a decision (gallring). That they were recorded, when, by whom and on what ground stays. */
  @Post()
  @Records({ status: 201, location: ({ municipality }) => `/api/v1/${municipality}/erasures` })
  erase(
    @Param() _: MunicipalityParams,
    @Context() context: CommandContext,
    @Body() { citation, events: eventIds, reason }: EraseEventsDto,
  ) {
    const effectiveOn = parseCitation(citation)?.date ?? '';
    const basis = { kind: 'decision', citation, effectiveOn } as const;
    return this.commands.execute(new EraseEventsCommand(context, { basis, reason, eventIds }));
  }
}
