import { streamName, type StreamDefinition, type StreamId } from '#libs/kernel';
import { withDated, type Dated } from './dated.js';
import { schemaVersions, type MunicipalityEvent } from './events.js';

export const organisationContext = 'organisation';

export interface MunicipalityState {
  /** In order of the dates from which they hold. */
  readonly names: readonly Dated<string>[];
}

export const municipalityStream: StreamDefinition<MunicipalityState, MunicipalityEvent> = {
  context: organisationContext,
  schemaVersions,
  initialState: { names: [] },
  evolve: ({ names }, { data, basis }) => ({
    names: withDated(names, { from: basis.effectiveOn, value: data.name }),
  }),
};

export const municipalityStreamName = streamName({
  context: organisationContext,
  committee: null,
  key: 'municipality',
});

export function municipalityStreamId(tenant: string): StreamId {
  return { tenant, name: municipalityStreamName };
}
