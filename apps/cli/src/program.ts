import { Command } from 'commander';
import type { CliCommand } from './cli-command.js';
import { argumentsOf, speakSwedish } from './swedish-help.js';
import type { Terminal } from './terminal.js';

/** The program with its commands. Neither exits nor writes by itself: whoever runs it does. */
export function buildProgram(commands: readonly CliCommand[], terminal: Terminal): Command {
  const program = speakSwedish(new Command('paragraf'))
    .description('Följer vad en nämnd beslutar, budgeterar, prognostiserar och omfördelar.')
    .usage('<kommando> [flaggor]')
    .helpCommand('help [kommando]', 'visar hjälpen för ett kommando')
    .showHelpAfterError(false)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.print(text),
      writeErr: (text) => terminal.say(text),
      outputError: () => undefined,
    });
  for (const add of commands) add(program, terminal);
  for (const command of program.commands) {
    speakSwedish(command).usage([...argumentsOf(command), '[flaggor]'].join(' '));
  }
  return program;
}
