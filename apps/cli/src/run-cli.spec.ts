import { commands } from './commands/index.js';
import { buildProgram } from './program.js';
import { runCli } from './run-cli.js';
import type { Terminal } from './terminal.js';

function collect() {
  const written = { printed: '', said: '' };
  const terminal: Terminal = {
    print: (text) => void (written.printed += text),
    say: (text) => void (written.said += text),
    isWatched: false,
    interrupted: new AbortController().signal,
  };
  return { written, terminal };
}

/** Runs a command that gets no further than its flags, and collects what it writes. */
async function paragraf(...args: readonly string[]) {
  const { written, terminal } = collect();
  const exitCode = await runCli(commands, args, terminal);
  return { exitCode, ...written };
}

const names = buildProgram(commands, collect().terminal).commands.map((command) => command.name());

describe('a command that is not asked for as it should be', () => {
  it.each<[string, readonly string[], string]>([
    ['a command that is none', ['nothing'], 'Kommandot nothing finns inte. Se paragraf --help.'],
    ['a flag that is none', ['events', '--fast'], 'Flaggan --fast finns inte. Se paragraf --help.'],
    [
      'a flag without its value',
      ['events', '--limit'],
      'Flaggan --limit <number> saknar sitt värde. Se paragraf --help.',
    ],
    ['no committee', ['accuracy'], 'Flaggan -c, --committee <code> måste anges. Se paragraf --help.'],
    [
      'too many arguments',
      ['rebuild', 'a', 'b'],
      'Kommandot har fått fler argument än det tar. Se paragraf --help.',
    ],
    [
      'flags that exclude each other',
      ['accuracy', '-c', 'SN', '-y', '2023', '--years', '2022'],
      'Flaggan -y, --year <year> kan inte anges tillsammans med en annan som har angetts. Se paragraf --help.',
    ],
    ['a committee in small letters', ['accuracy', '-c', 'sn'], 'Ange nämndens kod med versaler, som SN.'],
    [
      'a year that is none',
      ['accuracy', '-c', 'SN', '-y', '23'],
      'Ange ett budgetår, som 2023; 23 är inte ett.',
    ],
    ['a limit of nothing', ['events', '--limit', '0'], 'Ange ett heltal från 1 till 1000000; 0 är inte ett.'],
    [
      'a date that does not exist',
      ['replay', '-c', 'SN', '--as-of', '2024-02-30'],
      'Ange ett datum som finns, i formen ÅÅÅÅ-MM-DD; 2024-02-30 är inte ett.',
    ],
    [
      'an instant that is none',
      ['replay', '-c', 'SN', '--as-of', '2024-02-28', '--known-at', '2024-02-28'],
      'Ange en tidpunkt i UTC, som 2026-11-23T05:22:18.123Z; 2024-02-28 är inte en.',
    ],
    [
      'a unit that is none',
      ['accuracy', '-c', 'SN', '--unit', 'sek'],
      'Ange något av kr, tkr och mnkr; sek är inte ett av dem.',
    ],
    [
      'a paragraph that is none',
      ['events', '--citation', '§ 4'],
      'Ange paragrafen som i "SN 2023-09-19, § 46"; § 4 är inte en.',
    ],
    [
      'dates in the wrong order',
      ['plan-history', '-c', 'SN', '--from', '2025-01-01', '--to', '2024-01-01'],
      '--from 2025-01-01 ligger efter --to 2024-01-01.',
    ],
    [
      'dates to compare in the wrong order',
      ['diff', '-c', 'SN', '--from', '2025-01-01', '--to', '2024-01-01'],
      '--from 2025-01-01 ligger efter --to 2024-01-01.',
    ],
    [
      'one date where two are compared',
      ['diff', '-c', 'SN', '--from', '2025-01-01'],
      'Flaggan --to <date> måste anges. Se paragraf --help.',
    ],
    [
      'something to explain that is neither a paragraph nor a path',
      ['explain', 'SN 2023-09-19', '-c', 'SN'],
      'Ange en paragraf, som "SN 2023-09-19, § 46", eller en sökväg, som budgets/2025/otherCosts; SN 2023-09-19 är ingetdera.',
    ],
    [
      'a path without a committee',
      ['explain', 'budgets/2025/otherCosts'],
      'Ange också nämnden: --committee. budgets/2025/otherCosts är en sökväg inom en nämnd.',
    ],
    ['nothing to explain', ['explain'], 'Argumentet what saknas. Se paragraf --help.'],
    ['an event that is none', ['receipt', 'SN'], 'Ange händelsens id, ett UUID med gemener; SN är inte ett.'],
  ])('says what is wrong in one sentence: %s', async (_, args, sentence) => {
    expect(await paragraf(...args)).toEqual({ exitCode: 2, printed: '', said: sentence });
  });

  it('shows what there is where nothing is asked for', async () => {
    const { exitCode, printed } = await paragraf();
    expect([exitCode, printed]).toEqual([2, expect.stringContaining('verify-read-models')]);
  });
});

describe('the help', () => {
  it.each([[['--help']], ...names.map((name) => [[name, '--help']])])(
    'is in Swedish and fits a page: %j',
    async (args) => {
      const { exitCode, printed } = await paragraf(...args);
      expect(exitCode).toBe(0);
      expect(printed).toMatch(/^Användning: /);
      expect(printed).not.toMatch(/Usage|Options|Commands|Arguments|display|default|choices/);
      expect(Math.max(...printed.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
    },
  );
});
