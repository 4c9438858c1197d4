import { Help, type Command, type Option } from 'commander';
import { maxWidth } from './present/table.js';

const titles: Readonly<Record<string, string>> = {
  'Usage:': 'Användning:',
  'Arguments:': 'Argument:',
  'Options:': 'Flaggor:',
  'Global Options:': 'Gemensamma flaggor:',
  'Commands:': 'Kommandon:',
};

/** Help in Swedish; the commands' own names and flags stay English. */
export function speakSwedish(command: Command): Command {
  return command.helpOption('-h, --help', 'visar den här hjälpen').configureHelp({
    helpWidth: maxWidth,
    styleTitle: (title) => titles[title] ?? title,
    subcommandTerm: (subcommand) => [subcommand.name(), ...argumentsOf(subcommand)].join(' '),
    optionDescription: (option: Option) =>
      new Help()
        .optionDescription(option)
        .replace('(choices:', '(något av:')
        .replace(' default:', ' utan flaggan:')
        .replace('(default:', '(utan flaggan:'),
  });
}

/** `<a>` where it must be given, `[b]` where it may be. */
export function argumentsOf(command: Command): readonly string[] {
  return command.registeredArguments.map((argument) =>
    argument.required ? `<${argument.name()}>` : `[${argument.name()}]`,
  );
}
