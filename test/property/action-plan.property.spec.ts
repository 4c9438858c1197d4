import fc from 'fast-check';
import { addDays, foldInto, foldStream, type Decision, type Recorded } from '#libs/kernel';
import { record, unfounded } from '#libs/kernel/testing';
import { adoptActionPlan } from '../../libs/action-plan/src/adopt-action-plan/adopt-action-plan.js';
import { completeMeasure } from '../../libs/action-plan/src/complete-measure/complete-measure.js';
import {
  actionPlanStreamId,
  progressStatuses,
  type ActionPlanEvent,
  type Effect,
} from '../../libs/action-plan/src/contract/index.js';
import { actionPlanStream } from '../../libs/action-plan/src/plan/evolve.js';
import { decided, reported } from '../../libs/action-plan/src/plan/fixtures.js';
import { actionPlanFoundations } from '../../libs/action-plan/src/plan/foundations.js';
import {
  addMeasure,
  cancelMeasure,
  changeMeasure,
} from '../../libs/action-plan/src/plan/measure-decisions.js';
import { planDocument, type ActionPlanDocument } from '../../libs/action-plan/src/plan/plan-document.js';
import { actionPlans } from '../../libs/action-plan/src/plan/projected-plan.js';
import type { ActionPlanRejection } from '../../libs/action-plan/src/plan/rejections.js';
import type { ActionPlanState } from '../../libs/action-plan/src/plan/state.js';
import { reportProgress } from '../../libs/action-plan/src/report-progress/report-progress.js';
import {
  actionPlanHistories,
  historyOf,
  type ToldEntry,
} from '../../libs/action-plan/src/view-history/action-plan-history.js';
import { ActionPlanModel, adoptionDay, textOf, type DrawnCommand } from './action-plan-model.js';

const planId = '2024-09-17.42';
const stream = actionPlanStreamId('alingsas', 'SN', planId);
const dateOf = (day: number) => addDays('2024-09-10', day);
const shared = { planId, accountGroups: [], reason: null, comment: null };

const id = fc.constantFrom('a', 'b', 'c', 'd');
const day = fc.integer({ min: 0, max: 30 });
const effect: fc.Arbitrary<Effect | null> = fc.option(
  fc
    .uniqueArray(fc.tuple(fc.constantFrom(2024, 2025, null), fc.integer({ min: -3, max: 3 })), {
      minLength: 1,
      selector: ([year]) => year,
    })
    .map((amounts) => ({
      precision: 'tkr',
      amounts: amounts.map(([year, thousands]) => ({ year, amountOre: thousands * 100_000 })),
    })),
);
const due = fc.option(fc.constantFrom('2024-12-31', '2025-06-30'));
const command: fc.Arbitrary<DrawnCommand> = fc.oneof(
  fc.record({ kind: fc.constant('add' as const), id, day, effect, due }),
  fc.record(
    { kind: fc.constant('change' as const), id, day, effect, due },
    { requiredKeys: ['kind', 'id', 'day'] },
  ),
  fc.record({
    kind: fc.constant('progress' as const),
    id,
    day,
    effect,
    round: fc.integer({ min: 1, max: 3 }),
    status: fc.constantFrom(...progressStatuses),
  }),
  fc.record({ kind: fc.constant('complete' as const), id, day, effect }),
  fc.record({ kind: fc.constant('cancel' as const), id, day }),
);

type Decided = Decision<ActionPlanEvent, ActionPlanRejection>;

function decide(drawn: DrawnCommand, state: ActionPlanState): Decided {
  const { id: measureId } = drawn;
  const basis = reported(dateOf(drawn.day));
  switch (drawn.kind) {
    case 'add': {
      const terms = { text: drawn.id, responsibleRole: null, accountGroup: null };
      const measure = { id: measureId, ...terms, expectedEffect: drawn.effect, dueOn: drawn.due };
      return addMeasure({ ...shared, measure, basis }, state);
    }
    case 'change': {
      const terms = {
        ...(drawn.effect === undefined ? {} : { expectedEffect: drawn.effect }),
        ...(drawn.due === undefined ? {} : { dueOn: drawn.due }),
      };
      return changeMeasure({ ...shared, measureId, terms, basis }, state);
    }
    case 'progress': {
      const { round, status, effect: realisedEffect } = drawn;
      return reportProgress(
        { ...shared, measureId, year: 2025, round, status, realisedEffect, basis },
        state,
      );
    }
    case 'complete': {
      const { effect: realisedEffect } = drawn;
      return completeMeasure(
        { ...shared, measureId, completedOn: dateOf(drawn.day), realisedEffect, basis },
        state,
      );
    }
    default:
      return cancelMeasure({ planId, measureId, reason: 'Skäl', basis }, state);
  }
}

function adoption(): readonly ActionPlanEvent[] {
  const basis = decided('SN 2024-09-17, § 42');
  const plan = { committee: 'SN', title: 'Plan', purpose: null, fiscalYears: [2024, 2025], measures: [] };
  const decision = adoptActionPlan({ ...plan, accountGroups: [], basis }, actionPlanStream.initialState);
  return decision.accepted ? decision.events : [];
}

/** Carries the commands out, holding every verdict against the model's. */
function play(commands: readonly DrawnCommand[]) {
  const model = new ActionPlanModel();
  const facts: ActionPlanEvent[] = [...adoption()];
  for (const drawn of commands) {
    const decision = decide(drawn, foldStream(actionPlanStream, facts));
    expect([drawn, decision.accepted ? null : decision.rejection.code]).toEqual([drawn, model.apply(drawn)]);
    if (decision.accepted) facts.push(...decision.events);
  }
  return { model, events: record(stream, facts) };
}

function documentOf(events: readonly Recorded<ActionPlanEvent>[]): ActionPlanDocument | null {
  const folded = foldInto(actionPlans, new Map(), events).get(stream.name);
  return folded ? planDocument(folded, folded.state) : null;
}

function entriesOf(events: readonly Recorded<ActionPlanEvent>[]): readonly ToldEntry[] {
  const folded = foldInto(actionPlanHistories, new Map(), events).get(stream.name);
  return (folded && historyOf(folded)?.entries) ?? [];
}

const commands = fc.array(command, { maxLength: 40 });

describe('any commands on an action plan', () => {
  it('are accepted and refused as the plain model says, and leave the plan that it says', () => {
    fc.assert(
      fc.property(commands, (drawn) => {
        const { model, events } = play(drawn);
        expect(unfounded(actionPlanFoundations, events)).toEqual([]);
        const shown = documentOf(events)?.measures.map(
          ({ id: measureId, dueOn, status, effect: shownEffect, reports }) => ({
            id: measureId,
            due: dueOn,
            status,
            original: textOf(shownEffect.original),
            effect: textOf(shownEffect.current),
            rounds: reports.map((report) => [
              report.round,
              `${report.status} ${textOf(report.realisedEffect)}`,
            ]),
          }),
        );
        expect(shown).toEqual(
          model.measures.map((measure) => ({
            id: measure.id,
            due: measure.due,
            status: measure.status,
            original: measure.original,
            effect: measure.effect,
            rounds: [...measure.rounds].toSorted(([a], [b]) => a - b),
          })),
        );
      }),
    );
  });

  it('show on every date only what held by then, and never a fact without its measure', () => {
    fc.assert(
      fc.property(commands, day, (drawn, on) => {
        const { model, events } = play(drawn);
        const qualifying = events.filter((event) => event.basis.effectiveOn <= dateOf(on));
        const plan = documentOf(qualifying);
        const shown = plan?.measures.map((measure) => measure.id) ?? [];
        const named = qualifying.flatMap(({ data }) => ('measureId' in data ? [data.measureId] : []));
        expect(plan === null).toBe(on < adoptionDay);
        expect(shown).toEqual(
          model.measures.filter((measure) => measure.decided <= on).map((measure) => measure.id),
        );
        expect(named.filter((name) => !shown.includes(name))).toEqual([]);
      }),
    );
  });

  it('are told each exactly once, in the order of the dates, in a sentence that ends', () => {
    fc.assert(
      fc.property(commands, (drawn) => {
        const { events } = play(drawn);
        const entries = entriesOf(events);
        const dates = entries.map(({ effectiveOn }) => effectiveOn);
        expect(dates.filter((date, n) => n > 0 && date < (dates[n - 1] ?? ''))).toEqual([]);
        expect(entries.map(({ revision }) => revision).toSorted((a, b) => a - b)).toEqual(
          events.map((_, n) => n),
        );
        expect(
          entries.filter(
            ({ sentence }) => !/^[A-ZÅÄÖ].*\.$/s.test(sentence) || /undefined|null|\[object/.test(sentence),
          ),
        ).toEqual([]);
      }),
    );
  });

  it('add up: what a year is expected to give is the sum of its standing measures', () => {
    fc.assert(
      fc.property(commands, (drawn) => {
        const plan = documentOf(play(drawn).events);
        for (const { year, current } of plan?.effects ?? []) {
          const amounts = (plan?.measures ?? [])
            .filter(({ status }) => status !== 'cancelled')
            .flatMap(({ effect: shown }) => shown.current?.amounts ?? [])
            .filter((amount) => amount.year === year);
          expect(current?.measures ?? 0).toBe(amounts.length);
          expect(current?.amountOre ?? 0).toBe(amounts.reduce((sum, { amountOre }) => sum + amountOre, 0));
        }
      }),
    );
  });
});
