import type { MunicipalityEvent, MunicipalityNamed } from './events.js';

export const municipalityNamed: MunicipalityNamed = {
  type: 'MunicipalityNamed',
  data: { name: 'Alingsås kommun' },
  basis: { kind: 'report', effectiveOn: '1974-01-01' },
};

/** One of every type, as it is stored. */
export const municipalitySamples: readonly MunicipalityEvent[] = [municipalityNamed];
