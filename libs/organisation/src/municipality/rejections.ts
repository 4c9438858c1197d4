import type { CitationRejection } from '#libs/decisions/contract';
import type { PlainDate, Rejection } from '#libs/kernel';

/** The name is the one that holds on the date already. */
export type NameUnchanged = Rejection<'name-unchanged', { readonly name: string; readonly on: PlainDate }>;

export type MunicipalityRejection = CitationRejection | NameUnchanged;
