import { Injectable } from '@nestjs/common';
import type { HealthCheckResult } from '@nestjs/terminus';
import { NotaryOffice, type OfficeStatus } from '#libs/notary';

type Entry = HealthCheckResult['details'][string];

/**
 * How the notary fares, beside what decides whether the service can answer. A log that must not be signed is for
 * people to look at: taking every instance out of service would add an outage to it, and hide the log from whoever
 * looks.
 */
@Injectable()
export class NotaryHealth {
  constructor(private readonly office: NotaryOffice) {}

  async addTo(result: HealthCheckResult): Promise<HealthCheckResult> {
    const notary = await this.entry();
    const { info, error, details } = result;
    return {
      ...result,
      info: notary.status === 'up' ? { ...info, notary } : info,
      error: notary.status === 'up' ? error : { ...error, notary },
      details: { ...details, notary },
    };
  }

  private async entry(): Promise<Entry> {
    const { state } = this.office;
    const statuses = await this.office.status().catch(() => null);
    if (statuses === null) return { status: 'down', state, reason: 'unknown' };
    const alarms = statuses.flatMap(alarmIn);
    const outages = statuses.flatMap(outageIn);
    const status = alarms.length + outages.length > 0 || state === 'without-key' ? 'down' : 'up';
    const unsigned = statuses.reduce((sum, log) => sum + log.unsigned, 0);
    const [unsignedSince = null] = statuses
      .map((log) => log.unsignedSince)
      .filter((since) => since !== null)
      .toSorted();
    const witnesses = statuses.flatMap(witnessesOf);
    return { status, state, unsigned, unsignedSince, alarms, outages, witnesses };
  }
}

function alarmIn({ tenant, alarm }: OfficeStatus): object[] {
  return alarm ? [{ municipality: tenant, ...alarm.cause, since: alarm.since }] : [];
}

/** One that is away is told and no more: the log is signed all the same, and it will catch up. */
function witnessesOf({ tenant, cosigners }: OfficeStatus): object[] {
  return cosigners.map(({ cosigner, size, error }) => ({
    municipality: tenant,
    witness: cosigner,
    size,
    error,
  }));
}

function outageIn({ tenant, outage }: OfficeStatus): object[] {
  return outage === null ? [] : [{ municipality: tenant, error: outage }];
}
