import { randomUUID } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { EraseEventsCommand, ErasureRunner } from '#libs/audit';
import type { CommandContext, CommandOutcome } from '#libs/command';
import { ProblemCatalogue } from '#libs/http';
import { ActorResolver } from '#libs/identity';
import { parseCitation } from '#libs/kernel';
import { CliError } from '../cli-error.js';
import type { CliCommand } from '../cli-command.js';
import { confirm } from '../confirm.js';
import { eventLines } from '../event-lines.js';
import { eventIds, options, paragraph, reason } from '../options.js';
import type { Terminal } from '../terminal.js';
import { municipalityOf, withInstallation } from '../with-installation.js';

interface EraseOptions {
  readonly municipality?: string;
  readonly citation: string;
  readonly reason: string;
  readonly yes?: boolean;
}

export const erase: CliCommand = (program, terminal) => {
  program
    .command('erase')
    .description(
      'Gallrar händelser med stöd av en paragraf: det de säger förstörs, att de registrerades står kvar. Det går inte att ta tillbaka.',
    )
    .argument('<event-id...>', 'händelsernas id, som paragraf events --json visar dem; högst 1000')
    .addOption(options.municipality())
    .requiredOption('--citation <paragraph>', 'gallringsbeslutet, som "SN 2026-01-20, § 3"', paragraph)
    .requiredOption('--reason <text>', 'varför, utan det som ska bort: skälet står kvar', reason)
    .option('--yes', 'frågar inte först')
    .action((ids: readonly string[], given: EraseOptions) => eraseEvents(eventIds(ids), given, terminal));
};

async function eraseEvents(ids: readonly string[], given: EraseOptions, terminal: Terminal): Promise<void> {
  await withInstallation(terminal, async (context) => {
    const tenant = await municipalityOf(context, given);
    if (!given.yes) {
      for (const line of await eventLines(context, tenant, ids)) terminal.say(line);
      await confirm(
        terminal,
        `Gallra ${countEvents(ids.length)} enligt ${given.citation}? Det går inte att ta tillbaka.`,
      );
    }
    await record(context, await contextOf(context, tenant), ids, given, terminal);
    await context.get(ErasureRunner).carryOut(terminal.interrupted);
    terminal.print(`${countEvents(ids.length)} gallrades enligt ${given.citation}.`);
  });
}

async function record(
  context: INestApplicationContext,
  command: CommandContext,
  ids: readonly string[],
  given: EraseOptions,
  terminal: Terminal,
): Promise<void> {
  const { citation } = given;
  const basis = { kind: 'decision', citation, effectiveOn: parseCitation(citation)?.date ?? '' } as const;
  const erasure = { basis, reason: given.reason, eventIds: ids };
  const outcome: CommandOutcome = await context
    .get(CommandBus)
    .execute(new EraseEventsCommand(command, erasure));
  const catalogue = context.get(ProblemCatalogue);
  if (outcome.outcome === 'refused') throw new CliError(catalogue.problem(outcome.rejection, '').detail);
  for (const warning of outcome.warnings) terminal.say(catalogue.warning(warning).detail);
}

async function contextOf(context: INestApplicationContext, tenant: string): Promise<CommandContext> {
  const commandId = randomUUID();
  const actor = await context.get(ActorResolver).resolve({});
  const common = { tenant, actor, commandId, correlationId: commandId, causationId: null };
  return { ...common, expectedRevision: null, requestHash: null };
}

function countEvents(count: number): string {
  return count === 1 ? '1 händelse' : `${count} händelser`;
}
