import { firstObjection, type PlainDate, type Rule } from '#libs/kernel';
import type { MeasureTerms, PlanTerms } from '../contract/index.js';
import { inOrderOfYears, objectionToEffect } from './effects.js';
import { looksLikeAPerson } from './person.js';
import type { ActionPlanWarning, TermsRejection } from './rejections.js';

export const measureFields = ['text', 'responsibleRole', 'expectedEffect', 'dueOn', 'accountGroup'] as const;
export const planFields = ['title', 'purpose', 'fiscalYears'] as const;

/** Terms that somebody states of a measure; what is left out is not spoken of. */
export interface StatedTerms {
  readonly measureId: string;
  readonly terms: Partial<MeasureTerms>;
  /** The account groups that the municipality has on the day. */
  readonly accountGroups: readonly string[];
}

type TermsRule = Rule<StatedTerms, null, TermsRejection>;

const theEffectIsStatedOnceAYearInWholeUnits: TermsRule = ({ measureId, terms }) =>
  objectionToEffect(measureId, terms.expectedEffect ?? null);

const theAccountGroupIsKnown: TermsRule = ({ measureId, terms: { accountGroup }, accountGroups }) =>
  typeof accountGroup !== 'string' || accountGroups.includes(accountGroup)
    ? null
    : { code: 'measure-account-group-unknown', facts: { measureId, accountGroup, accountGroups } };

const aRoleIsResponsibleAndNoPerson: TermsRule = ({ measureId, terms: { responsibleRole } }) =>
  typeof responsibleRole === 'string' && looksLikeAPerson(responsibleRole)
    ? { code: 'responsible-not-a-role', facts: { measureId, responsibleRole } }
    : null;

const termsRules: readonly TermsRule[] = [
  theEffectIsStatedOnceAYearInWholeUnits,
  theAccountGroupIsKnown,
  aRoleIsResponsibleAndNoPerson,
];

export function objectionToTerms(stated: StatedTerms): TermsRejection | null {
  return firstObjection(termsRules, stated, null);
}

/** What is unusual about the terms, in a plan of these years adopted on that day. */
export function warningsOfTerms(
  measureId: string,
  { dueOn, expectedEffect }: Partial<MeasureTerms>,
  { adoptedOn, fiscalYears }: Pick<PlanTerms, 'fiscalYears'> & { readonly adoptedOn: PlainDate },
): readonly ActionPlanWarning[] {
  const due: readonly ActionPlanWarning[] =
    typeof dueOn === 'string' && dueOn < adoptedOn
      ? [{ code: 'due-before-adoption', facts: { measureId, dueOn, adoptedOn } }]
      : [];
  const outside = (expectedEffect?.amounts ?? []).flatMap(({ year }): readonly ActionPlanWarning[] =>
    year === null || fiscalYears.includes(year)
      ? []
      : [{ code: 'effect-outside-plan-years', facts: { measureId, year, fiscalYears } }],
  );
  return [...due, ...outside];
}

/** Terms as they are recorded. */
export function tidyTerms<Terms extends Partial<MeasureTerms>>(terms: Terms): Terms {
  const { expectedEffect } = terms;
  return expectedEffect === undefined ? terms : { ...terms, expectedEffect: inOrderOfYears(expectedEffect) };
}
