import { compareLogs, copyLog, LogsDifferError, type EventStore } from '#libs/event-store';
import { openLog } from '#apps/api';
import { CliError } from '../cli-error.js';
import type { CliCommand } from '../cli-command.js';
import { options } from '../options.js';
import { startProgress } from '../progress.js';
import type { Terminal } from '../terminal.js';

interface CopyOptions {
  readonly from: string;
  readonly to: string;
  readonly municipality: string;
}

export const copyLogs: CliCommand = (program, terminal) => {
  program
    .command('copy-log')
    .description(
      'Kopierar en kommuns logg mellan PostgreSQL och EventStoreDB och jämför dem sedan, händelse för händelse. ' +
        'En avbruten kopiering fortsätter där den slutade. Ingen får skriva i loggarna under tiden.',
    )
    .addOption(options.logUrl('--from', 'loggen som kopieras, postgres://… eller esdb://…'))
    .addOption(options.logUrl('--to', 'loggen den kopieras till; en tom databas görs i ordning'))
    .addOption(options.municipality().makeOptionMandatory())
    .action((given: CopyOptions) => copy(given, terminal));
};

async function copy({ from, to, municipality: tenant }: CopyOptions, terminal: Terminal): Promise<void> {
  const source = await openLog(from, { named: '--from', prepare: false });
  try {
    await assertHolds(source, tenant);
    const target = await openLog(to, { named: '--to', prepare: true });
    try {
      await copyAndCompare({ source, target, tenant }, terminal);
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

async function assertHolds(source: EventStore, tenant: string): Promise<void> {
  const heads = await source.heads();
  if (heads.some((head) => head.tenant === tenant)) return;
  throw new CliError(`Loggen i --from har inget om ${tenant}.`);
}

interface Logs {
  readonly source: EventStore;
  readonly target: EventStore;
  readonly tenant: string;
}

async function copyAndCompare(logs: Logs, terminal: Terminal): Promise<void> {
  const progress = startProgress(logs.tenant, terminal);
  try {
    const copied = await copyLog({
      ...logs,
      onProgress: (events, total) => progress.reached(events, total),
      signal: terminal.interrupted,
    });
    const events = await compareLogs(logs);
    progress.stop();
    terminal.print(`${logs.tenant}: ${copied} händelser kopierades. Loggarna är lika: ${events} händelser.`);
  } catch (error) {
    throw error instanceof LogsDifferError ? new CliError(difference(error, logs), { cause: error }) : error;
  } finally {
    progress.stop();
  }
}

/** The source may have grown, or the target is another log. */
function difference({ place, original, copy: found }: LogsDifferError, { tenant }: Logs): string {
  if (found === null) {
    return `Någon har skrivit i loggarna under kopieringen: de skiljer sig från händelse ${place}. Kör kommandot igen.`;
  }
  const expected = original === null ? 'ingenting' : `${original.type} ${original.record.id}`;
  return (
    `Loggen i --to har andra händelser för ${tenant} än den i --from: händelse ${place} är ${found.type} ` +
    `${found.record.id}, men skulle vara ${expected}. Inget mer har kopierats.`
  );
}
