import { Help, type Command, type Option } from 'commander';

const titles: Readonly<Record<string, string>> = {
  'Usage:': 'Användning:',
  'Arguments:': 'Argument:',
  'Options:': 'Flaggor:',
  'Global Options:': 'Gemensamma flaggor:',
  'Commands:': 'Kommandon:',
};

/** Help in Swedish; the commands' own names and flags stay English. */
export function speakSwedish(command: Command): Command {
  return command
    .helpOption('-h, --help', 'visar den här hjälpen')
    .helpCommand('help [command]', 'visar hjälpen för ett kommando')
    .configureHelp({
      styleTitle: (title) => titles[title] ?? title,
      optionDescription: (option: Option) =>
        new Help()
          .optionDescription(option)
          .replace('(default:', '(utan flaggan:')
          .replace('(choices:', '(något av:'),
    });
}
