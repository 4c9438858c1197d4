import type { CommanderError } from 'commander';

type Sentence = (named: string) => string;

/** What commander objects to, by its code, in Swedish. */
const sentences: Readonly<Record<string, Sentence>> = {
  'commander.unknownCommand': (name) => `Kommandot ${name} finns inte.`,
  'commander.unknownOption': (name) => `Flaggan ${name} finns inte.`,
  'commander.missingArgument': (name) => `Argumentet ${name} saknas.`,
  'commander.optionMissingArgument': (name) => `Flaggan ${name} saknar sitt värde.`,
  'commander.missingMandatoryOptionValue': (name) => `Flaggan ${name} måste anges.`,
  'commander.conflictingOption': (name) =>
    `Flaggan ${name} kan inte anges tillsammans med en annan som har angetts.`,
  'commander.excessArguments': () => 'Kommandot har fått fler argument än det tar.',
};

const seeHelp = 'Se paragraf --help.';

/** The sentence for whoever typed the command; null where commander has said all there is to say (help, version). */
export function usageError({ code, message, exitCode }: CommanderError): string | null {
  if (exitCode === 0 || code === 'commander.help') return null;
  const named = /'([^']+)'/.exec(message)?.[1] ?? '';
  const sentence = sentences[code]?.(named);
  if (sentence) return `${sentence} ${seeHelp}`;
  // An argument that a parser of ours refused: its own sentence stands at the end.
  return code === 'commander.invalidArgument'
    ? (message.split(/ is invalid(?: for argument '[^']*')?\. /)[1] ?? message)
    : message;
}
