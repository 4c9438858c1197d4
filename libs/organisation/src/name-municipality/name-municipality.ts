import { accept, reject, type Basis, type Decision } from '#libs/kernel';
import { valueOn } from '../municipality/dated.js';
import type { MunicipalityEvent } from '../municipality/events.js';
import type { MunicipalityRejection } from '../municipality/rejections.js';
import type { MunicipalityState } from '../municipality/state.js';

/** Names the municipality, for the first time or anew. */
export interface NameMunicipality {
  readonly name: string;
  readonly basis: Basis;
}

export function nameMunicipality(
  { name, basis }: NameMunicipality,
  { names }: MunicipalityState,
): Decision<MunicipalityEvent, MunicipalityRejection> {
  const on = basis.effectiveOn;
  if (valueOn(names, on) === name) return reject({ code: 'name-unchanged', facts: { name, on } });
  return accept([{ type: 'MunicipalityNamed', data: { name }, basis }]);
}
