import { accept, parseCitation, reject, type Basis, type Decision, type Rule } from '#libs/kernel';
import { planIdOf, type ActionPlanAdopted, type PlanTerms } from '../contract/index.js';
import { named, objectionToNewMeasures, type NewMeasure } from '../plan/new-measures.js';
import type { ActionPlanRejection } from '../plan/rejections.js';
import type { ActionPlanState } from '../plan/state.js';
import { warningsOfTerms } from '../plan/terms.js';

/** A committee adopts an action plan with its first measures. */
export interface AdoptActionPlan extends PlanTerms {
  readonly committee: string;
  readonly measures: readonly NewMeasure[];
  /** The account groups that the municipality has on the day. */
  readonly accountGroups: readonly string[];
  /** The committee's own paragraph: the plan is known by it. */
  readonly basis: Basis & { readonly kind: 'decision' };
}

type AdoptionRule = Rule<AdoptActionPlan, ActionPlanState, ActionPlanRejection>;

const theCommitteeItselfDecides: AdoptionRule = ({ committee, basis: { citation } }) =>
  parseCitation(citation)?.body === committee
    ? null
    : { code: 'citation-of-another-body', facts: { citation, committee } };

const theParagraphHasAdoptedNoPlan: AdoptionRule = ({ basis: { citation } }, { plan }) => {
  const cited = parseCitation(citation);
  if (!plan || !cited) return null;
  const { title, adoptedOn } = plan;
  return { code: 'action-plan-already-adopted', facts: { planId: planIdOf(cited), title, adoptedOn } };
};

export function adoptActionPlan(
  command: AdoptActionPlan,
  state: ActionPlanState,
): Decision<ActionPlanAdopted, ActionPlanRejection> {
  const { title, purpose, accountGroups, basis } = command;
  const fiscalYears = command.fiscalYears.toSorted((a, b) => a - b);
  const measures = named(command.measures, state);
  const objection =
    theCommitteeItselfDecides(command, state) ??
    theParagraphHasAdoptedNoPlan(command, state) ??
    objectionToNewMeasures({ measures, accountGroups }, state);
  if (objection) return reject(objection);
  const plan = { fiscalYears, adoptedOn: basis.effectiveOn };
  const warnings = measures.flatMap((measure) => warningsOfTerms(measure.id, measure, plan));
  return accept(
    [{ type: 'ActionPlanAdopted', data: { title, purpose, fiscalYears, measures }, basis }],
    warnings,
  );
}
