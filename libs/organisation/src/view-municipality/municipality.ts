import type { PlainDate, Projection } from '#libs/kernel';
import { valueOn } from '../municipality/dated.js';
import { streamKindOf, type OrganisationEvent } from '../municipality/organisation-event.js';
import {
  municipalityStream,
  municipalityStreamName,
  organisationContext,
  type MunicipalityState,
} from '../municipality/state.js';

export interface MunicipalityDoc extends MunicipalityState {
  readonly revision: number;
}

/** There is one document, under this key. */
export const municipalityKey = 'municipality';

export const municipality: Projection<MunicipalityDoc, OrganisationEvent> = {
  name: 'municipality',
  version: 1,
  contexts: [organisationContext],
  keysOf: (event) => (streamKindOf(event) === 'municipality' ? [municipalityKey] : []),
  initial: () => ({ ...municipalityStream.initialState, revision: -1 }),
  evolve: (doc, event) =>
    event.type === 'MunicipalityNamed'
      ? { ...municipalityStream.evolve(doc, event), revision: event.record.revision }
      : doc,
  index: () => ({ committee: null, year: null, sortKey: municipalityKey }),
  sources: () => [{ stream: municipalityStreamName }],
};

/** The municipality as somebody reads it: the name depends on the date. */
export interface MunicipalityOn extends MunicipalityDoc {
  readonly on: PlainDate;
  /** The name on the date; before the first, the first. */
  readonly name: string | null;
}

export function municipalityOn(doc: MunicipalityDoc, on: PlainDate): MunicipalityOn {
  return { ...doc, on, name: valueOn(doc.names, on) ?? doc.names[0]?.value ?? null };
}
