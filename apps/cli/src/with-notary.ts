import { NotaryOffice, OtherKeyError, type Notary, type OfficeStatus } from '#libs/notary';
import type { INestApplicationContext } from '@nestjs/common';
import { CliError } from './cli-error.js';
import type { Terminal } from './terminal.js';
import { withInstallation } from './with-installation.js';

/** As `withInstallation`, with the key of the notary. */
export function withNotary<Result>(
  terminal: Terminal,
  task: (context: INestApplicationContext, office: NotaryOffice) => Promise<Result>,
): Promise<Result> {
  const signing = async (context: INestApplicationContext) =>
    task(context, context.get(NotaryOffice)).catch((error: unknown) => {
      throw error instanceof OtherKeyError ? new CliError(otherKey(error), { cause: error }) : error;
    });
  return withInstallation(terminal, signing, { notary: 'signs' });
}

function otherKey({ tenant, signedWith, verifierKey }: OtherKeyError): string {
  return (
    `Loggen för ${tenant} skrivs under så att den granskas med ${signedWith}, men här blir det ${verifierKey}. ` +
    'Ange samma nyckel och PARAGRAF_ORIGIN, eller byt med paragraf notary --new-key och meddela granskarna.'
  );
}

const withoutKey = 'Notarien har ingen nyckel. Ange PARAGRAF_NOTARY_KEY eller PARAGRAF_NOTARY_KEY_FILE.';

export function notaryOf({ notary }: NotaryOffice): Notary {
  if (!notary) throw new CliError(withoutKey);
  return notary;
}

export function verifierKeyOf(office: NotaryOffice, tenant: string): string {
  const key = office.verifierKey(tenant);
  if (key === null) throw new CliError(withoutKey);
  return key;
}

/** Throws where an alarm has stopped one of the logs. */
export function refuseAlarmed(statuses: readonly OfficeStatus[]): void {
  const alarms = statuses.flatMap(({ tenant, alarm }) =>
    alarm ? [`${tenant} sedan ${alarm.since}: ${alarm.cause.code} ${JSON.stringify(alarm.cause.facts)}`] : [],
  );
  if (alarms.length === 0) return;
  throw new CliError(
    `Loggen skrivs inte under längre, för den är inte den som notariserades eller bevittnades. ${alarms.join('; ')}.`,
  );
}
