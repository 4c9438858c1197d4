import type { CitationRejection } from '#libs/decisions/contract';
import type { PlainDate, Rejection } from '#libs/kernel';
import type { AccountRange } from '../contract/index.js';
import type { NameUnchanged } from '../municipality/rejections.js';

export type AccountGroupTwice = Rejection<'account-group-twice', { readonly accountGroup: string }>;

export type RangeWithoutGroup = Rejection<
  'range-without-group',
  { readonly range: AccountRange; readonly accountGroups: readonly string[] }
>;

/** The range ends before it begins. */
export type RangeEmpty = Rejection<'range-empty', { readonly range: AccountRange }>;

/** Some account would belong to both. */
export type RangesOverlap = Rejection<
  'ranges-overlap',
  { readonly first: AccountRange; readonly second: AccountRange }
>;

export type AccountGroupNotDefined = Rejection<
  'account-group-not-defined',
  { readonly accountGroup: string; readonly on: PlainDate; readonly accountGroups: readonly string[] }
>;

export type AccountGroupsRejection =
  | CitationRejection
  | NameUnchanged
  | AccountGroupTwice
  | RangeWithoutGroup
  | RangeEmpty
  | RangesOverlap
  | AccountGroupNotDefined;
