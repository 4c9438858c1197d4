import { randomUUID } from 'node:crypto';
import { EventSourcedCommandExecutor, type CommandContext } from '#libs/command';
import { InMemoryEventStore } from '#libs/event-store';
import {
  accept,
  defaultAccountGroups,
  type DomainEvent,
  type StreamDefinition,
  type StreamId,
} from '#libs/kernel';
import { testActor } from '#libs/kernel/testing';
import { accountGroupsDefined } from '../account-groups/fixtures.js';
import { accountGroupsStream, accountGroupsStreamId } from '../account-groups/state.js';
import { committeeDissolved, committeeEstablished } from '../committee/fixtures.js';
import { committeeStream, committeeStreamId } from '../committee/state.js';
import { CommitteeRegisterAdapter } from './committee-register.adapter.js';

const store = new InMemoryEventStore();
const commands = new EventSourcedCommandExecutor(store);
const register = new CommitteeRegisterAdapter(commands);

async function record<State, E extends DomainEvent>(
  definition: StreamDefinition<State, E>,
  stream: StreamId,
  ...facts: E[]
) {
  const commandId = randomUUID();
  const context: CommandContext = {
    tenant: stream.tenant,
    actor: testActor,
    commandId,
    correlationId: commandId,
    causationId: null,
    expectedRevision: null,
    requestHash: null,
  };
  await commands.execute({ context, definition, stream, decide: () => accept(facts) });
}

beforeAll(async () => {
  await record(
    committeeStream,
    committeeStreamId('alingsas', 'SN'),
    committeeEstablished,
    committeeDissolved,
  );
  await record(accountGroupsStream, accountGroupsStreamId('alingsas'), accountGroupsDefined);
});
afterAll(() => store.close());

describe('the register of committees', () => {
  it.each([
    ['SN', '2019-01-01', null],
    ['SN', '2026-12-31', null],
    ['SN', '2018-12-31', 'committee-not-in-force'],
    ['SN', '2027-01-01', 'committee-not-in-force'],
    ['VON', '2023-01-01', 'committee-unknown'],
  ])('about %s on %s objects: %s', async (committee, on, code) => {
    expect((await register.objection('alingsas', committee, on))?.code ?? null).toBe(code);
  });

  it('knows a committee from the moment it is established, in its own municipality', async () => {
    const unknown = { code: 'committee-unknown', facts: { committee: 'KF' } };
    expect(await register.unknown('alingsas', 'KF')).toEqual(unknown);
    await record(committeeStream, committeeStreamId('alingsas', 'KF'), committeeEstablished);
    expect(await register.unknown('alingsas', 'KF')).toBeNull();
    expect(await register.unknown('alingsas', 'KF')).toBeNull();
    expect(await register.unknown('lerum', 'KF')).toEqual(unknown);
  });

  it('gives the account groups that hold on a date', async () => {
    expect(await register.accountGroups('alingsas', '2023-12-31')).toEqual(defaultAccountGroups);
    expect(await register.accountGroups('alingsas', '2024-01-01')).toEqual(accountGroupsDefined.data.groups);
    expect(await register.accountGroups('lerum', '2024-01-01')).toEqual(defaultAccountGroups);
  });
});
