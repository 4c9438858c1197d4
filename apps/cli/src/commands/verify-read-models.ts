import { ProjectionRunner, type Verification } from '#libs/read-model';
import { CliError } from '../cli-error.js';
import type { CliCommand } from '../cli-command.js';
import { options } from '../options.js';
import { differenceLines, verificationTable } from '../present/verification.js';
import { renderTable } from '../present/table.js';
import { readModelNames } from '../read-model-names.js';
import { asJson, type Terminal } from '../terminal.js';
import { withReadModels } from '../with-installation.js';

export const verifyReadModels: CliCommand = (program, terminal) => {
  program
    .command('verify-read-models')
    .description(
      'Jämför varje dokument i läsmodellerna med vad loggen säger. Avslutas med 1 där något skiljer.',
    )
    .argument('[read-model]', 'läsmodellens namn; alla om det utelämnas')
    .addOption(options.json())
    .action((name: string | undefined, { json }: { json?: boolean }) =>
      verify(name, json ?? false, terminal),
    );
};

async function verify(name: string | undefined, json: boolean, terminal: Terminal): Promise<void> {
  const verifications = await withReadModels(terminal, async (context) => {
    const runner = context.get(ProjectionRunner);
    const done: Verification[] = [];
    for (const readModel of await readModelNames(runner, name)) done.push(await runner.verify(readModel));
    return done;
  });
  terminal.print(json ? asJson(verifications) : renderTable(verificationTable(verifications)));
  const differences = verifications.flatMap((verification) => verification.differences);
  if (differences.length === 0) return;
  if (!json) verifications.flatMap(differenceLines).forEach((line) => terminal.print(line));
  throw new CliError(
    `${differences.length} dokument skiljer sig från loggen. Bygg om läsmodellen: paragraf rebuild.`,
  );
}
