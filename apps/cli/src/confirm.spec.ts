import { CliError } from './cli-error.js';
import { confirm } from './confirm.js';
import type { Terminal } from './terminal.js';

const terminal = (answer?: string): Terminal => ({
  print: () => undefined,
  say: () => undefined,
  isWatched: answer !== undefined,
  interrupted: new AbortController().signal,
  ...(answer !== undefined && { ask: () => Promise.resolve(answer) }),
});

describe('what cannot be taken back', () => {
  it.each(['ja', 'JA', ' Ja '])('is done after %j', async (answer) => {
    await expect(confirm(terminal(answer), 'Gallra?')).resolves.toBeUndefined();
  });

  it.each(['', 'j', 'yes', 'nej', 'ja tack'])('is not done after %j', async (answer) => {
    await expect(confirm(terminal(answer), 'Gallra?')).rejects.toThrow(new CliError('Inget har gjorts.'));
  });

  it('is not done where nobody can be asked', async () => {
    await expect(confirm(terminal(), 'Gallra?')).rejects.toThrow('--yes');
  });
});
