import type { INestApplicationContext } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { InvalidArgumentError } from 'commander';
import { ExplainItemQuery, ExplainParagraphQuery } from '#libs/audit';
import { ProblemCatalogue, RejectionException } from '#libs/http';
import { parseCitation, printCitation, type PrintedUnit } from '#libs/kernel';
import { CliError } from '../cli-error.js';
import type { CliCommand } from '../cli-command.js';
import { options } from '../options.js';
import { itemExplainedText } from '../present/item-explained.js';
import { paragraphExplainedText } from '../present/paragraph-explained.js';
import { asJson } from '../terminal.js';
import { municipalityOf, withInstallation } from '../with-installation.js';

interface ExplainOptions {
  readonly municipality?: string;
  readonly committee?: string;
  readonly asOf?: string;
  readonly knownAt?: string;
  readonly unit: PrintedUnit;
  readonly json?: boolean;
}

/** What somebody asks about. */
type Asked = { readonly citation: string } | { readonly path: string };

export const explain: CliCommand = (program, terminal) => {
  program
    .command('explain')
    .description('Visar allt som vilar på en paragraf, eller vilka händelser som en uppgift består av.')
    .argument(
      '<what>',
      'en paragraf, som "SN 2023-09-19, § 46", eller en sökväg, som budgets/2025/otherCosts',
      asked,
    )
    .addOption(options.municipality())
    .addOption(options.perhapsCommittee('behövs för en sökväg'))
    .addOption(options.asOf())
    .addOption(options.knownAt())
    .addOption(options.unit())
    .addOption(options.json())
    .action(async (what: Asked, given: ExplainOptions) => {
      if ('path' in what && given.committee === undefined) {
        throw new InvalidArgumentError(
          `Ange också nämnden: --committee. ${what.path} är en sökväg inom en nämnd.`,
        );
      }
      terminal.print(await withInstallation(terminal, (context) => explanation(context, what, given)));
    });
};

/** Paragraphs are told from paths by their form. */
function asked(text: string): Asked {
  const citation = parseCitation(text);
  if (citation) return { citation: printCitation(citation) };
  if (/^[a-z][^\s/§]*(?:\/[^\s/§]+)*$/u.test(text)) return { path: text };
  throw new InvalidArgumentError(
    `Ange en paragraf, som "SN 2023-09-19, § 46", eller en sökväg, som budgets/2025/otherCosts; ${text} är ingetdera.`,
  );
}

async function explanation(
  context: INestApplicationContext,
  what: Asked,
  given: ExplainOptions,
): Promise<string> {
  const { committee = '', unit, json } = given;
  const municipality = await municipalityOf(context, given);
  const queries = context.get(QueryBus);
  const times = { asOf: given.asOf, knownAt: given.knownAt };
  const refuse = (error: unknown) => refused(context, error);
  if ('citation' in what) {
    const query = new ExplainParagraphQuery(municipality, what.citation, times);
    const answer = await queries.execute(query).catch(refuse);
    return json ? asJson(answer) : paragraphExplainedText(answer, unit);
  }
  const query = new ExplainItemQuery(municipality, committee, what.path, times);
  const answer = await queries.execute(query).catch(refuse);
  if (answer === null) throw new CliError(`${committee} har inget registrerat vid den tiden.`);
  return json ? asJson(answer) : itemExplainedText(answer, unit);
}

/** A refusal in the same words as over HTTP. */
function refused(context: INestApplicationContext, error: unknown): never {
  if (!(error instanceof RejectionException)) throw error;
  throw new CliError(context.get(ProblemCatalogue).problem(error.rejection, '').detail, { cause: error });
}
