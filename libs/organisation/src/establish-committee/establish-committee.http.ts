import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandContext } from '#libs/command';
import {
  Context,
  IsCommitteeCode,
  IsPlainDate,
  IsText,
  MayCiteDto,
  mayCiteBasis,
  MunicipalityParams,
  OptionalField,
  Records,
} from '#libs/http';
import { EstablishCommitteeCommand } from './establish-committee.handler.js';

class EstablishCommitteeDto extends MayCiteDto {
  @IsCommitteeCode()
  readonly code!: string;

  @IsText({ max: 200 })
  readonly name!: string;

  /** The first day. */
  @IsPlainDate()
  readonly validFrom!: string;

  /** The last day, where it is known. */
  @OptionalField()
  @IsPlainDate()
  readonly validTo?: string;
}

@ApiTags('organisation')
@Controller('api/v1/:municipality/committees')
export class EstablishCommitteeHttp {
  constructor(private readonly commands: CommandBus) {}

  /** Puts a committee in the register. A time before or after those recorded may be added. */
  @Post()
  @Records<EstablishCommitteeDto>({
    status: 201,
    location: ({ municipality }, { body }) => `/api/v1/${municipality}/committees/${body.code}`,
  })
  establish(
    @Param() _: MunicipalityParams,
    @Context() context: CommandContext,
    @Body() body: EstablishCommitteeDto,
  ) {
    const { code, name, validFrom, validTo } = body;
    const basis = mayCiteBasis(body, validFrom);
    return this.commands.execute(
      new EstablishCommitteeCommand(context, { code, name, lastDay: validTo ?? null, basis }),
    );
  }
}
