import { streamName, type StreamDefinition, type StreamId } from '#libs/kernel';
import { organisationContext } from '../municipality/state.js';
import { schemaVersions, type AccountGroupsEvent } from './events.js';

/** The facts themselves, as recorded: what they add up to depends on the date that somebody asks for. */
export interface AccountGroupsState {
  readonly facts: readonly AccountGroupsEvent[];
}

export const accountGroupsStream: StreamDefinition<AccountGroupsState, AccountGroupsEvent> = {
  context: organisationContext,
  schemaVersions,
  initialState: { facts: [] },
  evolve: ({ facts }, event) => ({ facts: [...facts, event] }),
};

export const accountGroupsStreamName = streamName({
  context: organisationContext,
  committee: null,
  key: 'accountGroups',
});

export function accountGroupsStreamId(tenant: string): StreamId {
  return { tenant, name: accountGroupsStreamName };
}
