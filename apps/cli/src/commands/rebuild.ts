import { ProjectionRunner } from '#libs/read-model';
import type { CliCommand } from '../cli-command.js';
import { startProgress } from '../progress.js';
import { readModelNames } from '../read-model-names.js';
import type { Terminal } from '../terminal.js';
import { withInstallation } from '../with-installation.js';

export const rebuild: CliCommand = (program, terminal) => {
  program
    .command('rebuild')
    .description('Bygger om läsmodeller ur loggen medan de gamla svarar; en, eller alla.')
    .argument('[read-model]', 'läsmodellens namn; alla om det utelämnas')
    .action((name: string | undefined) => rebuildAll(name, terminal));
};

async function rebuildAll(name: string | undefined, terminal: Terminal): Promise<void> {
  await withInstallation(terminal, async (context) => {
    const runner = context.get(ProjectionRunner);
    for (const readModel of await readModelNames(runner, name)) {
      const progress = startProgress(readModel, terminal);
      try {
        await runner.rebuild(readModel, {
          onProgress: ({ events, total }) => progress.reached(events, total),
          signal: terminal.interrupted,
        });
      } finally {
        progress.stop();
      }
      terminal.print(`${readModel}: ombyggd ur ${progress.events()} händelser.`);
    }
  });
}
