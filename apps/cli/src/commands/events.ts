import { Option } from 'commander';
import { cloudEvent, ErasureMarks, type LoggedEvent } from '#libs/audit';
import { EventStore, subscribe, type LogFilter, type StoredEvent } from '#libs/event-store';
import type { CliCommand } from '../cli-command.js';
import { instant, options, paragraph, plainDate, positiveInteger } from '../options.js';
import { eventLine } from '../present/event-line.js';
import type { Terminal } from '../terminal.js';
import { municipalityOf, withInstallation } from '../with-installation.js';

interface EventsOptions {
  readonly municipality?: string;
  readonly stream?: string;
  readonly streamPrefix?: string;
  readonly type?: readonly string[];
  readonly actor?: string;
  readonly citation?: string;
  readonly effectiveFrom?: string;
  readonly effectiveTo?: string;
  readonly recordedFrom?: string;
  readonly recordedTo?: string;
  readonly after?: string;
  readonly limit: number;
  readonly follow?: boolean;
  readonly format: Format;
  readonly json?: boolean;
}

const formats = ['text', 'json', 'cloudevents'] as const;
type Format = (typeof formats)[number];

const printers: Readonly<Record<Format, (event: LoggedEvent) => string>> = {
  text: eventLine,
  json: (event) => JSON.stringify(event),
  cloudevents: (event) => JSON.stringify(cloudEvent(event)),
};

export const events: CliCommand = (program, terminal) => {
  program
    .command('events')
    .description('Visar loggens händelser i den ordning de registrerades, en per rad.')
    .addOption(options.municipality())
    .option('--stream <name>', 'en ström, som budget-SN.2025')
    .option('--stream-prefix <text>', 'strömmar vars namn börjar så, som budget-SN.')
    .option('--type <type...>', 'en eller flera händelsetyper, som BudgetAdopted')
    .option('--actor <id>', 'vad en viss aktör har registrerat')
    .option('--citation <paragraph>', 'vad som vilar på en paragraf, som "SN 2023-09-19, § 46"', paragraph)
    .option('--effective-from <date>', 'gäller från detta datum eller senare', plainDate)
    .option('--effective-to <date>', 'gäller från detta datum eller tidigare', plainDate)
    .option('--recorded-from <instant>', 'registrerat då eller senare', instant)
    .option('--recorded-to <instant>', 'registrerat då eller tidigare', instant)
    .option('--after <position>', 'händelser efter denna plats i loggen')
    .option('--limit <number>', 'högst så många', positiveInteger(1_000_000), 1_000)
    .option('-f, --follow', 'väntar på nya händelser och visar dem tills du avbryter')
    .addOption(
      new Option('--format <format>', 'text, JSON eller CloudEvents 1.0, en händelse per rad')
        .choices(formats)
        .default('text'),
    )
    .addOption(new Option('--json', 'detsamma som --format json').implies({ format: 'json' }))
    .action((given: EventsOptions) => show(given, terminal));
};

async function show(given: EventsOptions, terminal: Terminal): Promise<void> {
  const filter = filterOf(given);
  await withInstallation(terminal, async (context) => {
    const store = context.get(EventStore);
    const tenant = await municipalityOf(context, given);
    const marks = context.get(ErasureMarks);
    const print = async (page: readonly StoredEvent[]) => {
      for (const event of await marks.on(tenant, page)) terminal.print(printers[given.format](event));
    };
    return given.follow
      ? follow(store, tenant, { ...given, filter, print }, terminal.interrupted)
      : list(store, tenant, { ...given, filter, print });
  });
}

interface Wanted {
  readonly after?: string;
  readonly limit: number;
  readonly filter: LogFilter;
  readonly print: (page: readonly StoredEvent[]) => Promise<void>;
}

const pageSize = 1_000;

async function list(
  store: EventStore,
  tenant: string,
  { after, limit, filter, print }: Wanted,
): Promise<void> {
  let left = limit;
  for (let next = after, atEnd = false; !atEnd && left > 0;) {
    const page = await store.readLog(tenant, { after: next, limit: Math.min(pageSize, left), filter });
    await print(page.events);
    left -= page.events.length;
    next = page.next ?? undefined;
    atEnd = page.atEnd;
  }
}

async function follow(
  store: EventStore,
  tenant: string,
  { after, filter, print }: Wanted,
  signal: AbortSignal,
): Promise<void> {
  for await (const page of subscribe(store, tenant, { after, filter, signal })) await print(page.events);
}

function filterOf(given: EventsOptions): LogFilter {
  const { stream, streamPrefix, type: types, actor: actorId, citation } = given;
  const { effectiveFrom, effectiveTo, recordedFrom, recordedTo } = given;
  return {
    stream,
    streamPrefix,
    types,
    actorId,
    citation,
    effectiveFrom,
    effectiveTo,
    recordedFrom,
    recordedTo,
  };
}
