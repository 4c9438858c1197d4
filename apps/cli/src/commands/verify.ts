import { printVerifierKey, ReceiptError, verifyReceipt, type VerifierKey } from '#libs/proof';
import { CliError } from '../cli-error.js';
import type { CliCommand } from '../cli-command.js';
import { options } from '../options.js';
import { bundleFailureText, verifiedBundleText } from '../present/verified-bundle.js';
import { receiptFailureText, verifiedReceiptText } from '../present/verified-receipt.js';
import { asJson, type Terminal } from '../terminal.js';
import { givenCheckpoint } from '../verify/given-checkpoint.js';
import { givenKey, givenWitnesses } from '../verify/given-key.js';
import { kindOfProof } from '../verify/kind-of-proof.js';
import { readText } from '../verify/read-text.js';
import { verifyFile } from '../verify/verify-file.js';

interface VerifyFlags {
  readonly key: string;
  readonly since?: string;
  readonly witness?: readonly string[];
  readonly fold: boolean;
  readonly json?: boolean;
}

export const verify: CliCommand = (program, terminal) => {
  program
    .command('verify')
    .description(
      'Granskar ett paket eller ett kvitto utan nätverk och databas. Avslutas med 1 där något inte stämmer.',
    )
    .argument('<file>', 'granskningspaketet (paragraf bundle) eller kvittot (paragraf receipt)')
    .requiredOption('--key <key>', 'loggens verifieringsnyckel, eller en fil som har den')
    .option('--since <file>', 'ett kontrollvärde som sparades vid en tidigare granskning')
    .option(
      '--witness <key...>',
      'ett vittnes verifieringsnyckel, eller en fil som har den; vart och ett ska ha skrivit under kontrollvärdet',
    )
    .option('--no-fold', 'jämför inte läsmodellerna med händelserna')
    .addOption(options.json())
    .action(async (file: string, given: VerifyFlags) => {
      const kind = await kindOfProof(file);
      const key = await givenKey(given.key);
      const witnesses = await givenWitnesses(given.witness ?? []);
      await (kind === 'bundle'
        ? verifyTheBundle(file, { key, witnesses }, given, terminal)
        : verifyTheReceipt(file, { key, witnesses }, given, terminal));
    });
};

/** Whose signatures a proof must have. */
interface Signers {
  readonly key: VerifierKey;
  readonly witnesses: readonly VerifierKey[];
}

async function verifyTheBundle(
  file: string,
  { key, witnesses }: Signers,
  { since, fold, json }: VerifyFlags,
  terminal: Terminal,
): Promise<void> {
  const earlier = since === undefined ? undefined : await givenCheckpoint(since, key);
  const verification = await verifyFile(
    file,
    {
      verifierKey: printVerifierKey(key),
      since: earlier,
      witnesses: witnesses.map(printVerifierKey),
      fold,
    },
    terminal,
  );
  terminal.print(json ? asJson({ kind: 'bundle', ...verification }) : verifiedBundleText(verification));
  if (verification.failure) throw new CliError(bundleFailureText(verification.failure));
}

async function verifyTheReceipt(
  file: string,
  { key, witnesses }: Signers,
  { json }: VerifyFlags,
  terminal: Terminal,
): Promise<void> {
  const text = (await readText(file)) ?? '';
  try {
    const verified = verifyReceipt(text, key, witnesses);
    const { envelope, index, size, cosignatures } = verified;
    terminal.print(
      json
        ? asJson({ kind: 'receipt', failure: null, index, size, cosignatures, envelope })
        : verifiedReceiptText(verified),
    );
  } catch (error) {
    if (!(error instanceof ReceiptError)) throw error;
    if (json) terminal.print(asJson({ kind: 'receipt', failure: error.failure, missing: error.missing }));
    throw new CliError(receiptFailureText(error), { cause: error });
  }
}
