import fc from 'fast-check';
import {
  defaultAccountGroups as accountGroups,
  foldStream,
  type Decision,
  type Rejection,
} from '#libs/kernel';
import { unfounded } from '#libs/kernel/testing';
import {
  budgetFigures,
  budgetStream,
  type BudgetEvent,
  type BudgetFigures,
  type BudgetState,
} from '#libs/budget/contract';
import { adoptBudget } from '../../libs/budget/src/adopt-budget/adopt-budget.js';
import { amendBudget } from '../../libs/budget/src/amend-budget/amend-budget.js';
import { drawReserve } from '../../libs/budget/src/draw-reserve/draw-reserve.js';
import { budgetFoundations } from '../../libs/budget/src/fiscal-year/foundations.js';
import { moveReserve } from '../../libs/budget/src/move-reserve/move-reserve.js';
import { reallocate } from '../../libs/budget/src/reallocate/reallocate.js';
import { setReserve } from '../../libs/budget/src/set-reserve/set-reserve.js';
import {
  budgetCommands,
  dates,
  decidedOn,
  oreOf,
  type Amount,
  type BudgetCommand,
} from './budget-commands.js';
import { BudgetModel, type Snapshot } from './budget-model.js';

const year = 2025;
const precision = 'tkr' as const;
const changesOf = (changes: readonly Amount[]) =>
  changes.map((change) => ({ accountGroup: change.group, changeOre: oreOf(change) }));

function decide(command: BudgetCommand, state: BudgetState): Decision<BudgetEvent, Rejection> {
  const basis = decidedOn(command.on);
  const common = { year, precision, accountGroups, basis };
  switch (command.kind) {
    case 'adopt': {
      const lines = command.lines.map((line) => ({
        accountGroup: line.group,
        amountOre: oreOf(line) + (line.group === 'municipalGrant' ? command.offBalance * 100_000 : 0),
      }));
      return adoptBudget({ ...common, lines, controlTotals: {}, planYears: [] }, state);
    }
    case 'amend': {
      const changes = changesOf(command.changes);
      const formerOre = budgetFigures(state.facts, command.on)?.sums.annualResultOre ?? 0;
      const newResultOre = changes.reduce((sum, change) => sum + change.changeOre, formerOre);
      return amendBudget(
        { ...common, changes, ...(command.resultSaid && { adoptedResultOre: newResultOre }) },
        state,
      );
    }
    case 'reallocate': {
      const uncited = { kind: 'uncited', reason: 'Okänd paragraf', effectiveOn: command.on } as const;
      return reallocate(
        { ...common, changes: changesOf(command.changes), basis: command.cited ? basis : uncited },
        state,
      );
    }
    case 'set': {
      const { heldIn, size } = command;
      const sized =
        'tkr' in size ? { amountOre: size.tkr * 100_000 } : { shareBasisPoints: size.basisPoints };
      return setReserve({ ...common, heldIn, size: sized }, state);
    }
    case 'move': {
      const { from, to, adopted: alreadyInAdoptedLines } = command;
      return moveReserve({ ...common, from, to, reason: 'Flytt', alreadyInAdoptedLines }, state);
    }
    default:
      return drawReserve({ ...common, amountOre: oreOf(command), purpose: 'Behov' }, state);
  }
}

/** The library's figures in the model's terms. */
function snapshotOf(figures: BudgetFigures | null): Snapshot | null {
  if (!figures) return null;
  const { lines, sums, reserve } = figures;
  return {
    lines: new Map(lines.map((line) => [line.accountGroup, line.inForceOre])),
    result: sums.annualResultOre,
    reserve: reserve && {
      heldIn: reserve.heldIn,
      amount: reserve.amountOre,
      drawn: reserve.drawnOre,
      budgetedIn: new Map(reserve.budgetedIn.map((place) => [place.accountGroup, place.amountOre])),
    },
  };
}

/** The model keeps places that hold nothing any more; the library does not. */
function withoutEmptyPlaces(snapshot: Snapshot | null): Snapshot | null {
  const places = snapshot?.reserve?.budgetedIn ?? new Map<string, number>();
  for (const [group, amount] of places) {
    if (amount === 0) places.delete(group);
  }
  return snapshot;
}

describe('a budget year under any commands', () => {
  it('refuses what the plain rules refuse and stands, on every date, as they say', () => {
    fc.assert(
      fc.property(budgetCommands, (commands) => {
        const model = new BudgetModel();
        let state = foldStream(budgetStream, []);
        for (const command of commands) {
          const decision = decide(command, state);
          expect(decision.accepted ? null : decision.rejection.code).toBe(model.obey(command));
          if (decision.accepted) state = foldStream(budgetStream, decision.events, state);
          for (const date of dates) {
            expect(snapshotOf(budgetFigures(state.facts, date))).toEqual(withoutEmptyPlaces(model.on(date)));
          }
        }
        expect(unfounded(budgetFoundations, state.facts)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});
