import { Option } from 'commander';
import { printVerifierKey, type VerifierKey } from '#libs/proof';
import { inspectWitness, runWitness, WitnessFault, witnessIn, type ListenAddress } from '#libs/witness';
import { CliError } from '../cli-error.js';
import type { CliCommand } from '../cli-command.js';
import { alarmLine, faultSentence, seenLines } from '../present/witness.js';
import { untilInterrupted, type Terminal } from '../terminal.js';
import { keyName, listenAddress, logKeys } from '../witness-options.js';

interface WitnessOptions {
  readonly dir: string;
  readonly listen: ListenAddress;
  readonly log?: readonly VerifierKey[];
  readonly name?: string;
  readonly showKey?: boolean;
  readonly check?: boolean;
}

export const witness: CliCommand = (program, terminal) => {
  program
    .command('witness')
    .description(
      'Bevittnar loggar: skriver under att de bara växer, vägrar en som har återställts eller delats, och sparar vad ' +
        'som talar emot den. Körs av den som granskar, på en annan maskin; behöver ingen databas.',
    )
    .requiredOption('--dir <dir>', 'mapp där vittnet har sin nyckel och allt det minns')
    .addOption(
      new Option('--listen <address>', 'adress att svara på')
        .argParser(listenAddress)
        .default({ host: '127.0.0.1', port: 7380 }, '127.0.0.1:7380'),
    )
    .addOption(
      new Option('--log <key...>', 'loggars verifieringsnycklar; de minns vittnet sedan').argParser(logKeys),
    )
    .addOption(new Option('--name <name>', 'vittnets namn, som det får första gången').argParser(keyName))
    .option('--show-key', 'visar bara vittnets verifieringsnyckel')
    .addOption(
      new Option(
        '--check',
        'visar bara vad vittnet har sett; avslutas med 1 om något talar emot en logg',
      ).conflicts(['log', 'name', 'showKey']),
    )
    .action((given: WitnessOptions) => act(given, terminal).catch(inSwedish));
};

async function act(given: WitnessOptions, terminal: Terminal): Promise<void> {
  if (given.check) return check(given.dir, terminal);
  if (!given.showKey) return serve(given, terminal);
  const { verifierKey } = await witnessIn(given.dir, given.name ?? null);
  terminal.print(printVerifierKey(verifierKey));
}

async function check(dir: string, terminal: Terminal): Promise<void> {
  const logs = await inspectWitness(dir);
  for (const line of logs.flatMap(seenLines)) terminal.print(line);
  const against = logs.filter(({ refused }) => refused.length > 0);
  if (against.length === 0) return;
  throw new CliError(`Det finns något som talar emot ${against.length} av ${logs.length} loggar.`);
}

async function serve({ dir, name, log = [], listen }: WitnessOptions, terminal: Terminal): Promise<void> {
  const running = await runWitness({
    dir,
    name: name ?? null,
    logs: log,
    address: listen,
    onContradiction: (origin, refused) => terminal.say(alarmLine(origin, refused)),
    onError: (error) => terminal.say(`Vittnet kunde inte svara: ${String(error)}`),
  });
  try {
    for (const line of (await inspectWitness(dir)).flatMap(seenLines)) terminal.print(line);
    terminal.print(`Verifieringsnyckel: ${printVerifierKey(running.verifierKey)}`);
    terminal.print(`Vittnet svarar på ${running.url}. Avsluta med Ctrl+C.`);
    await untilInterrupted(terminal);
  } finally {
    await running.stop();
  }
}

function inSwedish(error: unknown): never {
  if (error instanceof WitnessFault) throw new CliError(faultSentence(error.facts), { cause: error });
  throw error;
}
