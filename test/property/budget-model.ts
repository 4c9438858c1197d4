import { oreOf, type Amount, type BudgetCommand } from './budget-commands.js';

/** A budget year on a date, as plain as can be. Amounts in öre. */
export interface Snapshot {
  readonly lines: Map<string, number>;
  result: number;
  reserve: { heldIn: string; amount: number; drawn: number; budgetedIn: Map<string, number> } | null;
}

interface Entry {
  readonly on: string;
  readonly kind: BudgetCommand['kind'];
  apply(snapshot: Snapshot): void;
}

const kinds: Readonly<Record<string, string>> = {
  revenue: 'income',
  staffCosts: 'cost',
  premisesRent: 'cost',
  purchasedServices: 'cost',
  otherCosts: 'cost',
  municipalGrant: 'funding',
  netFinancialItems: 'financial',
};
const unit = 100_000;
const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);

/** The rules of a budget year once more, written without the library: lists, maps and the rules in plain words. */
export class BudgetModel {
  private entries: readonly Entry[] = [];

  /** The code of the refusal, or null where the command is recorded. */
  obey(command: BudgetCommand): string | null {
    const entry = this.judge(command);
    if (typeof entry === 'string') return entry;
    const unsound = this.unsoundWith(entry);
    if (unsound === null) this.entries = [...this.entries, entry];
    return unsound;
  }

  /** What held on the date; null where no budget did. */
  on(date: string, entries: readonly Entry[] = this.entries): Snapshot | null {
    const held = entries.filter((entry) => entry.on <= date);
    if (held.every((entry) => entry.kind !== 'adopt')) return null;
    const snapshot: Snapshot = { lines: new Map(), result: 0, reserve: null };
    for (const entry of held) entry.apply(snapshot);
    return snapshot;
  }

  private judge(command: BudgetCommand): Entry | string {
    if (command.kind === 'adopt') return this.adopt(command);
    const adopted = this.entries.find((entry) => entry.kind === 'adopt');
    if (!adopted) return 'budget-not-adopted';
    if (command.kind === 'reallocate' && !command.cited) return 'decision-required';
    const placed = this.entries.findLast((entry) => entry.kind === 'set' || entry.kind === 'move');
    if ((command.kind === 'move' || command.kind === 'draw') && !placed) return 'reserve-not-set';
    if (command.on < adopted.on) return 'effective-before-its-subject';
    switch (command.kind) {
      case 'amend':
        return this.amend(command);
      case 'reallocate':
        return this.reallocate(command);
      case 'draw':
        return this.draw(command);
      default:
        return placed && command.on < placed.on ? 'effective-before-its-subject' : this.place(command);
    }
  }

  private adopt({ on, lines, offBalance }: BudgetCommand & { kind: 'adopt' }): Entry | string {
    if (this.entries.some((entry) => entry.kind === 'adopt')) return 'budget-already-adopted';
    if (Math.abs(offBalance) > Math.floor((lines.length + 1) / 2)) return 'control-total-contradicted';
    const amounts = lines.map((line) => [line.group, oreOf(line)] as const);
    return {
      on,
      kind: 'adopt',
      apply: (snapshot) => {
        for (const [group, amount] of amounts) snapshot.lines.set(group, amount);
        add(snapshot.lines, 'municipalGrant', offBalance * unit);
      },
    };
  }

  private changing(on: string, kind: 'amend' | 'reallocate', changes: readonly Amount[]): Entry | string {
    if (changes.some((change) => !(change.group in kinds))) return 'account-group-unknown';
    if (new Set(changes.map((change) => change.group)).size < changes.length) return 'account-group-repeated';
    if (changes.some((change) => oreOf(change) === 0)) return 'change-of-nothing';
    if (changes.some((change) => change.finer)) return 'amount-finer-than-precision';
    return {
      on,
      kind,
      apply: (snapshot) => {
        for (const change of changes) add(snapshot.lines, change.group, oreOf(change));
        snapshot.result += sum(changes.map(oreOf));
      },
    };
  }

  private amend({ on, changes, resultSaid }: BudgetCommand & { kind: 'amend' }): Entry | string {
    const entry = this.changing(on, 'amend', changes);
    if (typeof entry === 'string' || resultSaid) return entry;
    return sum(changes.map(oreOf)) === 0 ? entry : 'amendment-contradicts-result';
  }

  private reallocate({ on, changes }: BudgetCommand & { kind: 'reallocate' }): Entry | string {
    const entry = this.changing(on, 'reallocate', changes);
    if (typeof entry === 'string') return entry;
    const other = changes.some((change) => !['income', 'cost'].includes(kinds[change.group] ?? ''));
    if (other) return 'account-group-kind-not-allowed';
    return sum(changes.map(oreOf)) === 0 ? entry : 'reallocation-unbalanced';
  }

  private draw(command: BudgetCommand & { kind: 'draw' }): Entry | string {
    const set = this.entries.find((entry) => entry.kind === 'set');
    if (set && command.on < set.on) return 'effective-before-its-subject';
    if (command.finer) return 'amount-finer-than-precision';
    return {
      on: command.on,
      kind: 'draw',
      apply: ({ reserve }) => {
        if (reserve) reserve.drawn += oreOf(command);
      },
    };
  }

  private place(command: BudgetCommand & { kind: 'set' | 'move' }): Entry | string {
    return command.kind === 'set' ? this.set(command) : this.move(command);
  }

  private set({ on, heldIn, size }: BudgetCommand & { kind: 'set' }): Entry | string {
    if (!(heldIn in kinds)) return 'account-group-unknown';
    if (kinds[heldIn] !== 'cost') return 'account-group-kind-not-allowed';
    const [then, now] = [this.on(on), this.latest()];
    if (now?.reserve && now.reserve.heldIn !== heldIn) return 'reserve-held-elsewhere';
    const grantTkr = (then?.lines.get('municipalGrant') ?? 0) / unit;
    const amountTkr = 'tkr' in size ? size.tkr : shareOf(grantTkr, size.basisPoints);
    if (amountTkr < 0) return 'reserve-below-zero';
    const amount = amountTkr * unit;
    return {
      on,
      kind: 'set',
      apply: (snapshot) => {
        const {
          drawn = 0,
          amount: former = 0,
          budgetedIn = new Map<string, number>(),
        } = snapshot.reserve ?? {};
        add(budgetedIn, heldIn, amount - former);
        snapshot.reserve = { heldIn, amount, drawn, budgetedIn };
      },
    };
  }

  private move({ on, from, to, adopted }: BudgetCommand & { kind: 'move' }): Entry | string {
    if (this.latest()?.reserve?.heldIn !== from) return 'reserve-held-elsewhere';
    if (from === to) return 'reserve-already-there';
    if (!(to in kinds)) return 'account-group-unknown';
    if (kinds[to] !== 'cost') return 'account-group-kind-not-allowed';
    const { amount = 0, drawn = 0 } = this.on(on)?.reserve ?? {};
    const moved = adopted ? amount : amount - drawn;
    if (moved <= 0) return 'reserve-empty';
    return {
      on,
      kind: 'move',
      apply: ({ lines, reserve }) => {
        if (!reserve) return;
        reserve.heldIn = to;
        add(reserve.budgetedIn, from, -moved);
        add(reserve.budgetedIn, to, moved);
        if (adopted) return;
        add(lines, from, moved);
        add(lines, to, -moved);
      },
    };
  }

  private latest(): Snapshot | null {
    return this.on('9999-12-31');
  }

  /** On every date from the entry's own: nothing overdrawn, and what is left is covered by the group that holds it. */
  private unsoundWith(entry: Entry): string | null {
    const entries = [...this.entries, entry];
    const later = entries.map(({ on }) => on).filter((date) => date >= entry.on);
    for (const date of [...new Set(later)].toSorted()) {
      const { lines, reserve } = this.on(date, entries) ?? {
        lines: new Map<string, number>(),
        reserve: null,
      };
      if (!reserve) continue;
      const left = reserve.amount - reserve.drawn;
      if (left < 0) return 'reserve-overdrawn';
      if (left > Math.max(0, -(lines.get(reserve.heldIn) ?? 0))) return 'reserve-not-covered';
    }
    return null;
  }
}

/** Rounded half away from zero. */
function shareOf(tkr: number, basisPoints: number): number {
  const rounded = Math.round((Math.abs(tkr) * basisPoints) / 10_000);
  return tkr < 0 && rounded > 0 ? -rounded : rounded;
}

function add(amounts: Map<string, number>, group: string, amount: number): void {
  amounts.set(group, (amounts.get(group) ?? 0) + amount);
}
