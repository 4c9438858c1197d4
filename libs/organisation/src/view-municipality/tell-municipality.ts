import { wordsItem, type Teller } from '#libs/kernel';
import type { OrganisationEvent } from '../municipality/organisation-event.js';
import { municipality, type MunicipalityDoc } from './municipality.js';

/** Says what the municipality is called. */
export const municipalityTeller: Teller<MunicipalityDoc, OrganisationEvent> = {
  projection: municipality,
  tell: (event) => (event.type === 'MunicipalityNamed' ? `Kommunen fick namnet ${event.data.name}` : null),
  itemsOf: ({ names }) =>
    names.map(({ from, value }) =>
      wordsItem({ path: 'municipality/names', label: 'kommunen' }, from, `namn från ${from}`, value),
    ),
};
