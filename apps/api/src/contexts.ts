import type { Type } from '@nestjs/common';
import {
  ActionPlanModule,
  actionPlanProjections,
  actionPlanStreams,
  actionPlanTellers,
} from '#libs/action-plan';
import { uncitedFacts } from '#libs/audit';
import { BudgetModule, budgetProjections, budgetStreams, budgetTellers } from '#libs/budget';
import { DecisionsModule, decisionsProjections, decisionsStreams, decisionsTellers } from '#libs/decisions';
import { FollowUpModule, followUpProjections, followUpStreams, followUpTellers } from '#libs/follow-up';
import {
  OrganisationModule,
  organisationProjections,
  organisationStreams,
  organisationTellers,
} from '#libs/organisation';
import type { AnyTeller, StreamKind } from '#libs/kernel';
import type { AnyProjection } from '#libs/read-model';

/** A context as the composition root sees it: its module, its kinds of streams, and its views. */
interface Context {
  readonly module: Type;
  readonly streams: readonly StreamKind[];
  /** Those that it keeps as read models. */
  readonly projections: readonly AnyProjection[];
  /** Those that say in words what its events mean. */
  readonly tellers: readonly AnyTeller[];
}

/** Every context of Paragraf. Its problem tables join in `problem-details/index.ts`. */
export const contexts: readonly Context[] = [
  {
    module: OrganisationModule,
    projections: organisationProjections,
    streams: organisationStreams,
    tellers: organisationTellers,
  },
  {
    module: DecisionsModule,
    projections: decisionsProjections,
    streams: decisionsStreams,
    tellers: decisionsTellers,
  },
  {
    module: BudgetModule,
    projections: budgetProjections,
    streams: budgetStreams,
    tellers: budgetTellers,
  },
  {
    module: FollowUpModule,
    projections: followUpProjections,
    streams: followUpStreams,
    tellers: followUpTellers,
  },
  {
    module: ActionPlanModule,
    projections: actionPlanProjections,
    streams: actionPlanStreams,
    tellers: actionPlanTellers,
  },
];

const projectionsOfContexts = contexts.flatMap((context) => context.projections);

/** Facts without a paragraph, in whatever streams the contexts have. */
export const uncited = uncitedFacts([
  ...new Set(projectionsOfContexts.flatMap((projection) => projection.contexts)),
]);

export const projections: readonly AnyProjection[] = [...projectionsOfContexts, uncited];

/** Every kind of stream that a municipality's log can have, but for the decisions to erase. */
export const streams: readonly StreamKind[] = contexts.flatMap((context) => context.streams);

/** What says in words what the events of every context mean. An event is told by the first that has words for it. */
export const tellers: readonly AnyTeller[] = contexts.flatMap((context) => context.tellers);
