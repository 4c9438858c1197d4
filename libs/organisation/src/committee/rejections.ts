import type { CitationRejection } from '#libs/decisions/contract';
import type { PlainDate, Rejection } from '#libs/kernel';
import type { CommitteeRejection, CommitteeTerm } from '../contract/index.js';
import type { NameUnchanged } from '../municipality/rejections.js';

export type TermEndsBeforeItBegins = Rejection<
  'term-ends-before-it-begins',
  { readonly committee: string; readonly from: PlainDate; readonly lastDay: PlainDate }
>;

/** Some day of the new term belongs to a term that is recorded already. */
export type CommitteeAlreadyEstablished = Rejection<
  'committee-already-established',
  { readonly committee: string; readonly term: CommitteeTerm }
>;

export type CommitteeAlreadyDissolved = Rejection<
  'committee-already-dissolved',
  { readonly committee: string; readonly lastDay: PlainDate }
>;

export type ActivityFromItself = Rejection<'activity-from-itself', { readonly committee: string }>;

export type ActivityAlreadyTakenOver = Rejection<
  'activity-already-taken-over',
  { readonly committee: string; readonly activity: string; readonly since: PlainDate }
>;

export type CommitteeChangeRejection =
  | CitationRejection
  | CommitteeRejection
  | NameUnchanged
  | TermEndsBeforeItBegins
  | CommitteeAlreadyEstablished
  | CommitteeAlreadyDissolved
  | ActivityFromItself
  | ActivityAlreadyTakenOver;
