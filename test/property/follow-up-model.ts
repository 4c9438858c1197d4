import {
  oreOf,
  type DrawnCommand,
  type DrawnLine,
  type DrawnRound,
  type DrawnStatement,
} from './follow-up-commands.js';

type Of<Kind extends DrawnCommand['kind']> = Extract<DrawnCommand, { kind: Kind }>;

interface Fact {
  readonly revision: number;
  readonly on: string;
}

/** What a year looks like on a date; amounts are öre by what they are of. */
export interface Snapshot {
  readonly rounds: readonly (readonly [round: number, date: string])[];
  /** By round: the forecasts that were handed in, oldest first, and the paragraph of the note. */
  readonly forecasts: readonly (readonly [round: number, versions: readonly object[], note: string | null])[];
  readonly outcomes: readonly (readonly [month: number, versions: readonly object[]])[];
  /** Oldest first, each with its paragraph or null. */
  readonly accounts: readonly (readonly [figures: object, citation: string | null])[];
}

const known = [
  'revenue',
  'staffCosts',
  'premisesRent',
  'purchasedServices',
  'otherCosts',
  'municipalGrant',
  'netFinancialItems',
];
const costs = ['staffCosts', 'premisesRent', 'purchasedServices', 'otherCosts'];

/** The rules of a year's follow-up in plain words, on lists of what was recorded. */
export class FollowUpModel {
  private revision = 0;
  private readonly calendars: (Fact & { rounds: readonly DrawnRound[] })[] = [];
  private readonly forecasts: (Fact & { round: number; figures: object })[] = [];
  private readonly notes: (Fact & { round: number; citation: string })[] = [];
  private readonly outcomes: (Fact & { month: number; figures: object })[] = [];
  private readonly accounts: (Fact & { figures: object; uncited: boolean })[] = [];
  private readonly citations: (Fact & { of: number; citation: string })[] = [];

  /** The code that the command is refused with; null where it is recorded. */
  obey(command: DrawnCommand): string | null {
    const refusal = this.refusal(command);
    if (refusal === null) {
      this.record(command);
      this.revision += 1;
    }
    return refusal;
  }

  on(date: string): Snapshot {
    const held = <F extends Fact>(facts: readonly F[]) => facts.filter((fact) => fact.on <= date);
    const forecasts = held(this.forecasts);
    const outcomes = held(this.outcomes);
    const rounds = [...new Set(forecasts.map(({ round }) => round))].toSorted((a, b) => a - b);
    const months = [...new Set(outcomes.map(({ month }) => month))].toSorted((a, b) => a - b);
    return {
      rounds: (held(this.calendars).at(-1)?.rounds ?? []).map(
        ({ round, date: day }) => [round, day] as const,
      ),
      forecasts: rounds.map((round) => [
        round,
        forecasts.filter((forecast) => forecast.round === round).map(({ figures }) => figures),
        held(this.notes).find((note) => note.round === round)?.citation ?? null,
      ]),
      outcomes: months.map((month) => [
        month,
        outcomes.filter((outcome) => outcome.month === month).map(({ figures }) => figures),
      ]),
      accounts: held(this.accounts).map(({ revision, figures }) => [
        figures,
        held(this.citations).find(({ of }) => of === revision)?.citation ?? null,
      ]),
    };
  }

  private refusal(command: DrawnCommand): string | null {
    switch (command.kind) {
      case 'calendar':
        return this.calendarRefusal(command);
      case 'forecast':
        return this.forecastRefusal(command);
      case 'note':
        return this.noteRefusal(command);
      case 'outcome':
        return statementRefusal(command.statement);
      case 'close':
        if (this.accounts.length > 0) return 'accounts-already-closed';
        return command.on < '2023-12-31'
          ? 'effective-before-its-subject'
          : statementRefusal(command.statement);
      case 'correct': {
        const [closing] = this.accounts;
        if (!closing) return 'accounts-not-closed';
        return command.on < closing.on ? 'effective-before-its-subject' : statementRefusal(command.statement);
      }
      default: {
        const fact = this.accounts.find(({ revision }) => revision === command.revision);
        const isOpen = fact?.uncited && !this.citations.some(({ of }) => of === command.revision);
        return isOpen ? null : 'fact-not-uncited';
      }
    }
  }

  private calendarRefusal({ rounds }: Of<'calendar'>): string | null {
    const sorted = inOrder(rounds);
    if (sorted.some(({ round }, n) => round !== n + 1)) return 'rounds-not-numbered-from-one';
    if (sorted.some(({ date }, n) => n > 0 && date <= (sorted[n - 1]?.date ?? ''))) {
      return 'round-dates-not-rising';
    }
    if (sorted.some(({ date }) => date < '2023-01-01' || date > '2024-01-31')) {
      return 'round-outside-the-year';
    }
    const isMoved = ({ round, date }: DrawnRound) =>
      this.forecasts.some((forecast) => forecast.round === round) &&
      !sorted.some((other) => other.round === round && other.date === date);
    return (this.calendars.at(-1)?.rounds ?? []).some(isMoved) ? 'round-has-forecast' : null;
  }

  private forecastRefusal({ round, on, figures }: Of<'forecast'>): string | null {
    const planned = this.calendars.at(-1)?.rounds.find((candidate) => candidate.round === round);
    if (!planned) return 'round-not-in-calendar';
    if (this.accounts.length > 0) return 'forecast-after-accounts';
    if (this.notes.some((note) => note.round === round)) return 'forecast-already-noted';
    const from = on ?? planned.date;
    const former = this.forecasts.filter((forecast) => forecast.round === round).at(-1);
    if (from < this.plannedSince(round) || (former && from < former.on)) {
      return 'effective-before-its-subject';
    }
    if ('lines' in figures) return statementRefusal(figures);
    return figures.finer ? 'amount-finer-than-precision' : null;
  }

  /** The earliest date among the calendars that have had the round, back to the last one that had not. */
  private plannedSince(round: number): string {
    const lastWithout = this.calendars.findLastIndex(
      ({ rounds }) => !rounds.some((other) => other.round === round),
    );
    const dates = this.calendars.slice(lastWithout + 1).map(({ on }) => on);
    return dates.toSorted()[0] ?? '';
  }

  private noteRefusal({ round, on, body }: Of<'note'>): string | null {
    if (!this.calendars.at(-1)?.rounds.some((planned) => planned.round === round)) {
      return 'round-not-in-calendar';
    }
    const forecast = this.forecasts.filter((candidate) => candidate.round === round).at(-1);
    if (!forecast) return 'forecast-missing';
    if (this.notes.some((note) => note.round === round)) return 'forecast-already-noted';
    if (body !== 'SN') return 'citation-of-another-body';
    return on < forecast.on ? 'effective-before-its-subject' : null;
  }

  private record(command: DrawnCommand): void {
    const { revision } = this;
    switch (command.kind) {
      case 'calendar':
        this.calendars.push({ revision, on: command.on, rounds: inOrder(command.rounds) });
        return;
      case 'forecast':
        this.forecasts.push({ revision, round: command.round, ...this.forecast(command) });
        return;
      case 'note':
        this.notes.push({
          revision,
          on: command.on,
          round: command.round,
          citation: `SN ${command.on}, § 1`,
        });
        return;
      case 'outcome': {
        const on = ['2023-01-31', '2023-02-28', '2023-03-31'][command.month - 1] ?? '';
        this.outcomes.push({
          revision,
          on,
          month: command.month,
          figures: figuresOf(command.statement.lines),
        });
        return;
      }
      case 'cite':
        this.citations.push({ revision, ...this.citation(command) });
        return;
      default: {
        const figures = figuresOf(command.statement.lines);
        this.accounts.push({ revision, on: command.on, figures, uncited: command.kind === 'close' });
      }
    }
  }

  /** From the date it gives, or that of its round. */
  private forecast({ round, on, figures }: Of<'forecast'>) {
    const planned = this.calendars.at(-1)?.rounds.find((candidate) => candidate.round === round);
    return {
      on: on ?? planned?.date ?? '',
      figures: figuresOf('lines' in figures ? figures.lines : [figures]),
    };
  }

  /** No earlier than the closing that it cites. */
  private citation({ revision: of, on }: Of<'cite'>) {
    const closedOn = this.accounts.find(({ revision }) => revision === of)?.on ?? '';
    return { on: on > closedOn ? on : closedOn, of, citation: `SN ${on}, § 1` };
  }
}

function inOrder(rounds: readonly DrawnRound[]): readonly DrawnRound[] {
  return rounds.toSorted((a, b) => a.round - b.round);
}

export function figuresOf(lines: readonly DrawnLine[]): object {
  return Object.fromEntries(lines.map((line) => [line.group, oreOf(line)]));
}

/** Groups are known and stand once, in whole tkr; a printed gross cost may stand ⌊(n + 1) / 2⌋ tkr from its n lines. */
function statementRefusal({ lines, printed }: DrawnStatement): string | null {
  const groups = lines.map((line) => line.group);
  if (groups.some((group) => !known.includes(group))) return 'account-group-unknown';
  if (new Set(groups).size < groups.length) return 'account-group-repeated';
  if (lines.some((line) => line.finer)) return 'amount-finer-than-precision';
  const addends = groups.filter((group) => costs.includes(group)).length;
  return Math.abs(printed ?? 0) > Math.floor((addends + 1) / 2) ? 'control-total-contradicted' : null;
}
