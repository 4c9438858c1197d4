import { streamKind, type AnyTeller } from '#libs/kernel';
import { accountGroupsFoundations } from './account-groups/foundations.js';
import { committeeFoundations } from './committee/foundations.js';
import { municipalityFoundations } from './municipality/foundations.js';
import { accountGroups } from './view-account-groups/account-groups.js';
import { accountGroupsTeller } from './view-account-groups/tell-account-groups.js';
import { committees } from './view-committees/committees.js';
import { committeeTeller } from './view-committees/tell-committees.js';
import { municipality } from './view-municipality/municipality.js';
import { municipalityTeller } from './view-municipality/tell-municipality.js';

export type { AccountGroupsRejection } from './account-groups/rejections.js';
export type { CommitteeChangeRejection } from './committee/rejections.js';
export type { MunicipalityRejection } from './municipality/rejections.js';
export * from './organisation.module.js';
export { AccountGroupsQuery } from './view-account-groups/account-groups.handler.js';
export type { AccountGroupsOn } from './view-account-groups/account-groups.js';
export type { CommitteeOn } from './view-committees/committee-on.js';
export { CommitteeQuery, CommitteesQuery } from './view-committees/committees.handler.js';
export { MunicipalityQuery } from './view-municipality/municipality.handler.js';
export type { MunicipalityOn } from './view-municipality/municipality.js';

/** The views that this context keeps as read models. */
export const organisationProjections = [municipality, committees, accountGroups] as const;

/** Every kind of stream that this context has. */
export const organisationStreams = [
  streamKind(municipalityFoundations),
  streamKind(committeeFoundations),
  streamKind(accountGroupsFoundations),
] as const;

/** Say in words what the events of this context mean. */
export const organisationTellers: readonly AnyTeller[] = [
  municipalityTeller,
  committeeTeller,
  accountGroupsTeller,
];
