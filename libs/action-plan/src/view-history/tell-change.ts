import { enumerate } from '#libs/kernel';
import type { Effect, ProgressStatus } from '../contract/index.js';
import type { FieldChange } from '../plan/changes.js';
import type { MeasureStatus } from '../plan/state.js';
import { notAvailable, progressInSwedish, statusInSwedish, tellEffect } from '../plan/swedish.js';

const fieldsInSwedish: Readonly<Record<string, string>> = {
  title: 'rubrik',
  purpose: 'syfte',
  fiscalYears: 'budgetår',
  text: 'lydelse',
  responsibleRole: 'ansvarig',
  expectedEffect: 'förväntad effekt',
  dueOn: 'klart senast',
  accountGroup: 'kontogrupp',
  status: 'status',
  progress: 'läge',
  realisedEffect: 'uppnådd effekt',
  completedOn: 'slutförd',
  comment: 'kommentar',
  citation: 'paragraf',
};

/** The Swedish name of a term. */
export function tellField(field: string): string {
  return fieldsInSwedish[field] ?? field;
}

/** A term's value as people read it. */
export function tellValue({ field }: Pick<FieldChange, 'field'>, value: unknown): string {
  if (value === null || value === undefined) return notAvailable;
  switch (field) {
    case 'expectedEffect':
    case 'realisedEffect':
      return tellEffect(value as Effect);
    case 'fiscalYears':
      return enumerate((value as readonly number[]).map(String));
    case 'progress':
      return progressInSwedish[value as ProgressStatus];
    case 'status':
      return statusInSwedish[value as MeasureStatus];
    case 'title':
    case 'purpose':
    case 'text':
    case 'comment':
      return `”${value as string}”`;
    default:
      return typeof value === 'string' ? value : JSON.stringify(value);
  }
}

/** `förväntad effekt från ingen uppgift till 1 200 tkr 2025` */
export function tellChange(change: FieldChange): string {
  return `${tellField(change.field)} från ${tellValue(change, change.from)} till ${tellValue(change, change.to)}`;
}

/** `förväntad effekt 1 200 tkr 2025`, of a term that is stated for the first time. */
export function tellStated(change: FieldChange): string {
  return `${tellField(change.field)} ${tellValue(change, change.to)}`;
}
