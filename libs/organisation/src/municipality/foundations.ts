import type { Foundations } from '#libs/kernel';
import type { MunicipalityEvent } from './events.js';
import { municipalityStream, type MunicipalityState } from './state.js';

/** A name stands by itself. */
export const municipalityFoundations: Foundations<MunicipalityState, MunicipalityEvent> = {
  definition: municipalityStream,
  key: 'municipality',
  isFounded: () => true,
};
