import { randomUUID } from 'node:crypto';
import type { EventStore } from '#libs/event-store';
import type { FollowUpEvent, OutcomeStatement } from '#libs/follow-up/contract';
import { defaultAccountGroups, endOfMonth, streamName } from '#libs/kernel';
import { load } from './stats.js';

export const benchTenant = 'alingsas';
/** A committee's year of follow-up: calendar, nine forecasts and notes, twelve outcomes, the accounts. */
export const eventsAYear = 32;
const firstYear = 1991;
const yearsACommittee = 50;

/** Fills the log with the follow-up of as many committee years as it takes. */
export async function fillLog(store: EventStore, events: number): Promise<void> {
  await load(64, Math.ceil(events / eventsAYear), async (n) => {
    const year = firstYear + (n % yearsACommittee);
    const commandId = randomUUID();
    await store.append({
      stream: { tenant: benchTenant, name: followUpStream(Math.floor(n / yearsACommittee), year) },
      expected: 'noStream',
      events: yearOfEvents(year).map((event) => ({ id: randomUUID(), event, schemaVersion: 1 })),
      metadata: {
        actor: { id: 'bench', role: 'controller', committee: null },
        commandId,
        correlationId: commandId,
        causationId: null,
        requestHash: null,
        warnings: [],
      },
    });
  });
}

export function followUpStream(committee: number, year: number): string {
  return streamName({ context: 'followUp', committee: `N${committee}`, key: String(year) });
}

function yearOfEvents(year: number): readonly FollowUpEvent[] {
  const rounds = Array.from({ length: 9 }, (_, n) => ({
    round: n + 1,
    date: endOfMonth(year, n + 3),
    kind: n === 5 ? ('interimAccounts' as const) : ('monthly' as const),
  }));
  return [
    {
      type: 'FollowUpCalendarSet',
      data: { rounds },
      basis: { kind: 'report', effectiveOn: `${year}-01-01` },
    },
    ...rounds.flatMap(({ round, date }) => forecastWithNote(round, date)),
    ...Array.from({ length: 12 }, (_, n) => outcome(year, n + 1)),
    {
      type: 'AccountsClosed',
      data: { ...statement(12), investments: null },
      basis: { kind: 'report', effectiveOn: `${year}-12-31` },
    },
  ];
}

function forecastWithNote(round: number, date: string): readonly FollowUpEvent[] {
  const figures = { scope: 'committee', annualResultOre: round * 100_000, netCostOre: null } as const;
  const data = {
    round,
    figureKind: 'variance',
    figures,
    precision: 'tkr',
    comment,
    assumptions: [],
  } as const;
  const citation = `SN ${date}, § ${round + 10}`;
  return [
    { type: 'ForecastSubmitted', data, basis: { kind: 'report', effectiveOn: date } },
    { type: 'ForecastNoted', data: { round }, basis: { kind: 'decision', citation, effectiveOn: date } },
  ];
}

const comment =
  'Volymen av köpt vård är högre än planerat men vägs upp av vakanser inom myndighetsutövningen.';

function outcome(year: number, month: number): FollowUpEvent {
  const basis = { kind: 'report', effectiveOn: endOfMonth(year, month) } as const;
  return { type: 'OutcomeRecorded', data: { month, ...statement(1) }, basis };
}

function statement(months: number): OutcomeStatement {
  const lines = defaultAccountGroups.map(({ id, name, kind }) => {
    const sign = kind === 'cost' ? -1 : 1;
    return { accountGroup: id, name, kind, amountOre: sign * months * 1_000_000_00 };
  });
  return { lines, precision: 'ore', controlTotals: {}, rounding: [] };
}
