import type { PlainDate } from '#libs/kernel';
import { isInTerm } from '../committee/terms.js';
import { valueOn } from '../municipality/dated.js';
import type { CommitteeDoc } from './committees.js';

/** A committee as somebody reads it: the name and whether it is in force depend on the date. */
export interface CommitteeOn extends CommitteeDoc {
  readonly on: PlainDate;
  /** The name on the date; before the first, the first. */
  readonly name: string | null;
  readonly inForce: boolean;
}

export function committeeOn(doc: CommitteeDoc, on: PlainDate): CommitteeOn {
  const name = valueOn(doc.names, on) ?? doc.names[0]?.value ?? null;
  return { ...doc, on, name, inForce: doc.terms.some((term) => isInTerm(term, on)) };
}
