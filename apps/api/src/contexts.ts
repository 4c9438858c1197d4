import type { Type } from '@nestjs/common';
import { ActionPlanModule, actionPlanProjections, actionPlanStreams } from '#libs/action-plan';
import { uncitedFacts } from '#libs/audit';
import { BudgetModule, budgetProjections, budgetStreams } from '#libs/budget';
import { DecisionsModule, decisionsProjections, decisionsStreams } from '#libs/decisions';
import { FollowUpModule, followUpProjections, followUpStreams } from '#libs/follow-up';
import { OrganisationModule, organisationProjections, organisationStreams } from '#libs/organisation';
import type { StreamKind } from '#libs/kernel';
import type { AnyProjection } from '#libs/read-model';

/** A context as the composition root sees it: its module, its kinds of streams, and its views. */
interface Context {
  readonly module: Type;
  readonly streams: readonly StreamKind[];
  /** Those that it keeps as read models. */
  readonly projections: readonly AnyProjection[];
}

/** Every context of Paragraf. Its problem tables join in `problem-details/index.ts`. */
export const contexts: readonly Context[] = [
  { module: OrganisationModule, projections: organisationProjections, streams: organisationStreams },
  { module: DecisionsModule, projections: decisionsProjections, streams: decisionsStreams },
  { module: BudgetModule, projections: budgetProjections, streams: budgetStreams },
  { module: FollowUpModule, projections: followUpProjections, streams: followUpStreams },
  { module: ActionPlanModule, projections: actionPlanProjections, streams: actionPlanStreams },
];

const projectionsOfContexts = contexts.flatMap((context) => context.projections);

/** Facts without a paragraph, in whatever streams the contexts have. */
export const uncited = uncitedFacts([
  ...new Set(projectionsOfContexts.flatMap((projection) => projection.contexts)),
]);

export const projections: readonly AnyProjection[] = [...projectionsOfContexts, uncited];

/** Every kind of stream that a municipality's log can have, but for the decisions to erase. */
export const streams: readonly StreamKind[] = contexts.flatMap((context) => context.streams);
