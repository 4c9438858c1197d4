import { CliError } from './cli-error.js';
import type { Terminal } from './terminal.js';

/** Goes on only where somebody at the terminal says yes. Throws otherwise, and where nobody is there to be asked. */
export async function confirm(terminal: Terminal, question: string): Promise<void> {
  if (!terminal.ask) throw new CliError('Ingen kan svara här. Ange --yes för att göra det utan fråga.');
  const answer = await terminal.ask(`${question} Skriv ja: `);
  if (answer.trim().toLowerCase() !== 'ja') throw new CliError('Inget har gjorts.');
}
