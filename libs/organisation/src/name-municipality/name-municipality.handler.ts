import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandExecutor, type CommandContext, type CommandOutcome } from '#libs/command';
import { BasisRegister } from '#libs/decisions/contract';
import { reject } from '#libs/kernel';
import type { MunicipalityRejection } from '../municipality/rejections.js';
import { municipalityStream, municipalityStreamId } from '../municipality/state.js';
import { nameMunicipality, type NameMunicipality } from './name-municipality.js';

export class NameMunicipalityCommand extends Command<CommandOutcome<MunicipalityRejection>> {
  constructor(
    readonly context: CommandContext,
    readonly name: NameMunicipality,
  ) {
    super();
  }
}

@CommandHandler(NameMunicipalityCommand)
export class NameMunicipalityHandler implements ICommandHandler<NameMunicipalityCommand> {
  constructor(
    private readonly commands: CommandExecutor,
    private readonly register: BasisRegister,
  ) {}

  execute({ context, name }: NameMunicipalityCommand) {
    return this.commands.execute({
      context,
      definition: municipalityStream,
      stream: municipalityStreamId(context.tenant),
      decide: async (state) => {
        const objection = await this.register.citationObjection(context.tenant, name.basis);
        return objection ? reject(objection) : nameMunicipality(name, state);
      },
    });
  }
}
