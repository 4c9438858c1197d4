import fc from 'fast-check';
import {
  defaultAccountGroups as accountGroups,
  foldInto,
  foldStream,
  qualifies,
  sumOre,
  type Decision,
  type StatementLine,
} from '#libs/kernel';
import { record, unfounded } from '#libs/kernel/testing';
import { followUpStreamId, type Forecast, type FollowUpEvent } from '#libs/follow-up/contract';
import { citeFollowUpFact } from '../../libs/follow-up/src/cite-fact/cite-fact.js';
import { closeAccounts } from '../../libs/follow-up/src/close-accounts/close-accounts.js';
import { correctAccounts } from '../../libs/follow-up/src/correct-accounts/correct-accounts.js';
import { followUpStream } from '../../libs/follow-up/src/fiscal-year/evolve.js';
import { followUpFoundations } from '../../libs/follow-up/src/fiscal-year/foundations.js';
import type { FollowUpRejection } from '../../libs/follow-up/src/fiscal-year/rejections.js';
import type { FollowUpState } from '../../libs/follow-up/src/fiscal-year/state.js';
import type { FollowUpYear } from '../../libs/follow-up/src/fiscal-year/year-document.js';
import { followUpYears, type YearEvent } from '../../libs/follow-up/src/fiscal-year/year-projection.js';
import { noteForecast } from '../../libs/follow-up/src/note-forecast/note-forecast.js';
import { recordOutcome } from '../../libs/follow-up/src/record-outcome/record-outcome.js';
import { setCalendar } from '../../libs/follow-up/src/set-calendar/set-calendar.js';
import { submitForecast } from '../../libs/follow-up/src/submit-forecast/submit-forecast.js';
import { yearAccuracy } from '../../libs/follow-up/src/view-accuracy/year-accuracy.js';
import { accuracyOverYears } from '../../libs/follow-up/src/view-accuracy/over-years/accuracy-over-years.js';
import { budgetAdopted } from '../../libs/follow-up/src/testing/reference-years.js';
import { yearDoc } from '../../libs/follow-up/src/testing/year-docs.js';
import {
  dates,
  followUpCommands,
  oreOf,
  type DrawnCommand,
  type DrawnStatement,
} from './follow-up-commands.js';
import { FollowUpModel, type Snapshot } from './follow-up-model.js';

const year = 2023;
const precision = 'tkr' as const;
const stream = followUpStreamId('alingsas', 'SN', year);
const decided = (on: string, body = 'SN') =>
  ({ kind: 'decision', citation: `${body} ${on}, § 1`, effectiveOn: on }) as const;

const costs = new Set(accountGroups.filter(({ kind }) => kind === 'cost').map(({ id }) => id));

function typed({ lines, printed }: DrawnStatement) {
  const statement = lines.map((line) => ({ accountGroup: line.group, amountOre: oreOf(line) }));
  const computedOre = sumOre(
    statement.flatMap((line) => (costs.has(line.accountGroup) ? [line.amountOre] : [])),
  );
  // Printed in whole tkr: an amount of half a tkr is refused for itself, never for its sum.
  const grossCostOre = Math.trunc(computedOre / 100_000) * 100_000 + (printed ?? 0) * 100_000;
  return {
    year,
    precision,
    accountGroups,
    lines: statement,
    controlTotals: printed === null ? {} : { grossCostOre },
  };
}

function decide(command: DrawnCommand, state: FollowUpState): Decision<FollowUpEvent, FollowUpRejection> {
  switch (command.kind) {
    case 'calendar': {
      const rounds = command.rounds.map((round) => ({ ...round, kind: 'monthly' as const }));
      return setCalendar({ year, rounds, basis: { kind: 'report', effectiveOn: command.on } }, state);
    }
    case 'forecast': {
      const { figures, round, on: effectiveOn } = command;
      const said = {
        year,
        round,
        precision,
        effectiveOn,
        accountGroups,
        figureKind: 'variance',
        comment: null,
        assumptions: [],
      } as const;
      if (!('lines' in figures)) {
        const total = { scope: 'committee', annualResultOre: oreOf(figures), netCostOre: null } as const;
        return submitForecast({ ...said, figures: total }, state);
      }
      const { lines, controlTotals } = typed(figures);
      return submitForecast({ ...said, figures: { scope: 'accountGroups', lines, controlTotals } }, state);
    }
    case 'note':
      return noteForecast(
        { committee: 'SN', year, round: command.round, basis: decided(command.on, command.body) },
        state,
      );
    case 'outcome':
      return recordOutcome({ ...typed(command.statement), month: command.month }, state);
    case 'close': {
      const basis = { kind: 'uncited', reason: 'Okänd paragraf', effectiveOn: command.on } as const;
      return closeAccounts({ ...typed(command.statement), investments: null, basis }, state);
    }
    case 'correct': {
      const basis = { kind: 'report', effectiveOn: command.on } as const;
      return correctAccounts(
        { ...typed(command.statement), investments: null, reason: 'Rättelse', basis },
        state,
      );
    }
    default:
      return citeFollowUpFact({ revision: command.revision, basis: decided(command.on) }, state);
  }
}

/** The facts that the commands lead to; what is refused leaves none. */
function recordedBy(commands: readonly DrawnCommand[]): readonly FollowUpEvent[] {
  const facts: FollowUpEvent[] = [];
  for (const command of commands) {
    const decision = decide(command, foldStream(followUpStream, facts));
    if (decision.accepted) facts.push(...decision.events);
  }
  return facts;
}

/** The document in the model's terms. */
function snapshotOf({ calendar, forecasts, outcomes, accounts }: FollowUpYear): Snapshot {
  return {
    rounds: calendar.map(({ round, date }) => [round, date]),
    forecasts: forecasts.map(({ round, versions, note }) => [
      round,
      versions.map(figuresIn),
      note?.citation ?? null,
    ]),
    outcomes: outcomes.map(({ month, versions }) => [month, versions.map(({ lines }) => amountsOf(lines))]),
    accounts: accounts.map(({ lines, citation }) => [amountsOf(lines), citation]),
  };
}

function figuresIn({ figures }: Forecast): object {
  return figures.scope === 'committee' ? { annualResult: figures.annualResultOre } : amountsOf(figures.lines);
}

function amountsOf(lines: readonly StatementLine[]): object {
  return Object.fromEntries(lines.map(({ accountGroup, amountOre }) => [accountGroup, amountOre]));
}

function docOn(date: string, facts: readonly FollowUpEvent[]): FollowUpYear {
  const events = record<YearEvent>(stream, facts).filter((event) => qualifies(event, { asOf: date }));
  return (
    foldInto(followUpYears, new Map<string, FollowUpYear>(), events).get('SN.2023') ??
    followUpYears.initial('SN.2023')
  );
}

describe('a year of follow-up under any commands', () => {
  it('refuses what the plain rules refuse and stands, on every date, as they say', () => {
    fc.assert(
      fc.property(followUpCommands, (commands) => {
        const model = new FollowUpModel();
        const facts: FollowUpEvent[] = [];
        for (const command of commands) {
          const decision = decide(command, foldStream(followUpStream, facts));
          expect(decision.accepted ? null : decision.rejection.code).toBe(model.obey(command));
          if (decision.accepted) facts.push(...decision.events);
        }
        for (const date of dates) expect(snapshotOf(docOn(date, facts))).toEqual(model.on(date));
        expect(unfounded(followUpFoundations, facts)).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });

  it('shows on no date a forecast outside the calendar, or a note or a correction of nothing', () => {
    fc.assert(
      fc.property(followUpCommands, (commands) => {
        const facts = recordedBy(commands);
        for (const date of dates) {
          const { calendar, forecasts, accounts } = docOn(date, facts);
          const planned = calendar.map(({ round }) => round);
          for (const { round, versions } of forecasts) {
            expect(planned).toContain(round);
            expect(versions.length).toBeGreaterThan(0);
          }
          expect(accounts[0]?.reason ?? null).toBeNull();
        }
      }),
      { numRuns: 300 },
    );
  });

  it('gives every metric a value or a reason, whatever was budgeted and recorded', () => {
    const thousands = fc.oneof(
      fc.integer({ min: -600, max: 600 }),
      fc.constantFrom(0, -100_000_000, 100_000_000),
    );
    const budgets = fc.record({ revenue: thousands, staffCosts: thousands, otherCosts: thousands });
    fc.assert(
      fc.property(followUpCommands, budgets, (commands, budget) => {
        const facts = recordedBy(commands);
        const doc = yearDoc(year, {
          budget: { [year]: [budgetAdopted(year, budget)] },
          followUp: { [year]: facts },
        });
        const [ofTheYear, overYears] = [yearAccuracy(doc, []), accuracyOverYears('SN', [doc])];
        // JSON has no NaN, no infinity and no undefined: what is neither a value nor a reason would not come back.
        expect(JSON.parse(JSON.stringify(ofTheYear))).toEqual(ofTheYear);
        expect(JSON.parse(JSON.stringify(overYears))).toEqual(overYears);
      }),
      { numRuns: 300 },
    );
  });
});
