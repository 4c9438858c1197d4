import type { CliCommand } from './cli-command.js';
import { failureOf } from './failure.js';
import { buildProgram } from './program.js';
import type { Terminal } from './terminal.js';

/** Runs the command that the arguments (without node and script) name. Answers the exit code. */
export async function runCli(
  commands: readonly CliCommand[],
  args: readonly string[],
  terminal: Terminal,
): Promise<number> {
  const program = buildProgram(commands, terminal);
  try {
    if (args.length === 0) {
      program.outputHelp();
      return 2;
    }
    await program.parseAsync(args, { from: 'user' });
    return 0;
  } catch (error) {
    const { message, exitCode } = failureOf(error);
    if (message !== null) terminal.say(message);
    return exitCode;
  }
}
