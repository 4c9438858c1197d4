import type { Type } from '@nestjs/common';
import { ActionPlanModule, actionPlanProjections } from '#libs/action-plan';
import { uncitedFacts } from '#libs/audit';
import { BudgetModule, budgetProjections } from '#libs/budget';
import { DecisionsModule, decisionsProjections } from '#libs/decisions';
import { FollowUpModule, followUpProjections } from '#libs/follow-up';
import { OrganisationModule, organisationProjections } from '#libs/organisation';
import type { AnyProjection } from '#libs/read-model';

/** A context as the composition root sees it: its module, and the views that it keeps as read models. */
interface Context {
  readonly module: Type;
  readonly projections: readonly AnyProjection[];
}

/** Every context of Paragraf. Its problem tables join in `problem-details/index.ts`. */
export const contexts: readonly Context[] = [
  { module: OrganisationModule, projections: organisationProjections },
  { module: DecisionsModule, projections: decisionsProjections },
  { module: BudgetModule, projections: budgetProjections },
  { module: FollowUpModule, projections: followUpProjections },
  { module: ActionPlanModule, projections: actionPlanProjections },
];

const projectionsOfContexts = contexts.flatMap((context) => context.projections);

/** Facts without a paragraph, in whatever streams the contexts have. */
export const uncited = uncitedFacts([
  ...new Set(projectionsOfContexts.flatMap((projection) => projection.contexts)),
]);

export const projections: readonly AnyProjection[] = [...projectionsOfContexts, uncited];
