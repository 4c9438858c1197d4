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
  MunicipalityParams,
  OptionalField,
  Records,
  swedishToday,
} from '#libs/http';
import { NameMunicipalityCommand } from './name-municipality.handler.js';

class NameMunicipalityDto extends MayCiteDto {
  @IsText({ max: 200 })
  readonly name!: string;

  /** From when; today where it is left out. */
  @OptionalField()
  @IsPlainDate()
  readonly effectiveOn?: string;
}

@ApiTags('organisation')
@Controller('api/v1/:municipality')
export class NameMunicipalityHttp {
  constructor(private readonly commands: CommandBus) {}

  /** Names the municipality, for the first time or anew; the former name is kept for its time. */
  @Post()
  @Records({ status: 201, location: ({ municipality }) => `/api/v1/${municipality}` })
  name(
    @Param() _: MunicipalityParams,
    @Context() context: CommandContext,
    @Body() body: NameMunicipalityDto,
  ) {
    const basis = mayCiteBasis(body, body.effectiveOn ?? swedishToday());
    return this.commands.execute(new NameMunicipalityCommand(context, { name: body.name, basis }));
  }
}
