import { accountGroups } from './view-account-groups/account-groups.js';
import { committees } from './view-committees/committees.js';
import { municipality } from './view-municipality/municipality.js';

export * from './account-groups/rejections.js';
export * from './committee/rejections.js';
export * from './municipality/rejections.js';
export * from './organisation.module.js';

/** The views that this context keeps as read models. */
export const organisationProjections = [municipality, committees, accountGroups] as const;
