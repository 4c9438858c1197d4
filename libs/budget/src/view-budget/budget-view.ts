import type { FiscalYear, UncitedFact } from '#libs/kernel';
import type {
  BudgetEvent,
  BudgetReclassified,
  GrantChangeExplained,
  InvestmentBudgetAdopted,
  ReserveFigures,
} from '../contract/index.js';
import { restsOn, type RestsOn } from '../fiscal-year/rests-on.js';
import { figuresOf } from '../fiscal-year/year-budget.js';
import type { BudgetDocument, Placed, ReserveStep } from '../fiscal-year/projected-budget.js';
import { figuresView, planView, type FiguresView, type PlanView } from './figures-view.js';

/** A budget year as somebody reads it. */
export interface BudgetView extends Origin, FiguresView {
  readonly committee: string;
  readonly year: FiscalYear;
  /** The last revision of the year's own stream; −1 where it has none. */
  readonly revision: number;
  /** How earlier years planned this one, in the order of their dates. */
  readonly plans: readonly PlanView[];
  readonly reserve: (ReserveFigures & { readonly life: readonly ToldStep[] }) | null;
  readonly grantChange: Told<GrantChangeExplained> | null;
  readonly investments: Told<InvestmentBudgetAdopted> | null;
  readonly reclassifications: readonly Told<BudgetReclassified>[];
  readonly uncited: readonly UncitedFact[];
}

/** Where the figures come from. */
interface Origin {
  /** `plan` until the year's own budget is adopted. */
  readonly status: 'budget' | 'plan';
  /** The budget year whose adoption gave the figures. */
  readonly adoptedWith: FiscalYear;
  readonly restsOn: RestsOn;
}

/** A fact as it is told; `revision` is its place in the year's stream. */
export type Told<E extends BudgetEvent> = E['data'] & {
  readonly revision: number;
  readonly restsOn: RestsOn;
};

/** A step of one kind, told with what it rests on. */
type ToldAs<Step extends ReserveStep> = Pick<Step, 'type' | 'data' | 'revision'> & {
  readonly restsOn: RestsOn;
};

export type ToldStep = { [Step in ReserveStep as Step['type']]: ToldAs<Step> }[ReserveStep['type']];

/** The answer for a budget year; null where neither a budget nor a plan is known. */
export function budgetView(doc: BudgetDocument): BudgetView | null {
  const figures = figuresOf(doc);
  const origin = originOf(doc);
  if (!figures || !origin) return null;
  const { committee, year, revision, uncited, laterCitations } = doc;
  const reasons = ({ basis, revision: place }: Placed<BudgetEvent>) => ({
    revision: place,
    restsOn: restsOn(basis, laterCitations[place]),
  });
  const life = doc.reserveLife.map(
    (step) => ({ type: step.type, data: step.data, ...reasons(step) }) as ToldStep,
  );
  return {
    committee,
    year,
    revision,
    ...origin,
    ...figuresView(figures, year),
    plans: doc.plans.map(planView),
    reserve: figures.reserve && { ...figures.reserve, life },
    grantChange: doc.grantChange && { ...doc.grantChange.data, ...reasons(doc.grantChange) },
    investments: doc.investments && { ...doc.investments.data, ...reasons(doc.investments) },
    reclassifications: doc.reclassifications.map((fact) => ({ ...fact.data, ...reasons(fact) })),
    uncited: uncited.open,
  };
}

function originOf({ year, adoption, plans, laterCitations }: BudgetDocument): Origin | null {
  if (adoption) {
    const { basis, revision } = adoption;
    return { status: 'budget', adoptedWith: year, restsOn: restsOn(basis, laterCitations[revision]) };
  }
  const plan = plans.at(-1);
  return plan ? { status: 'plan', adoptedWith: plan.adoptedWith, restsOn: restsOn(plan.basis) } : null;
}
