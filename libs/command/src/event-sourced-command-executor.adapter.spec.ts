import { erasureStream, erasureType, InMemoryEventStore, type Append } from '#libs/event-store';
import {
  accept,
  reject,
  type Decision,
  type DomainEvent,
  type Rejection,
  type StreamDefinition,
} from '#libs/kernel';
import { testActor } from '#libs/kernel/testing';
import type { CommandContext } from './command-context.js';
import type { Execution } from './command-executor.js';
import { commandIdOf, eventIdOf } from './event-id.js';
import { EventSourcedCommandExecutor } from './event-sourced-command-executor.adapter.js';

/** A shelf that holds so many binders as it has room for: room can be added, binders put in. */
type ShelfEvent =
  | DomainEvent<'BinderPutIn', { readonly label: string }>
  | DomainEvent<'RoomAdded', { readonly places: number }>;
type ShelfRejection = Rejection<'shelf-full', { readonly binders: number }>;
interface Shelf {
  readonly places: number;
  readonly binders: number;
}
const basis = { kind: 'report', effectiveOn: '2026-01-01' } as const;
const shelfStream: StreamDefinition<Shelf, ShelfEvent> = {
  context: 'shelf',
  schemaVersions: { BinderPutIn: 1, RoomAdded: 1 },
  initialState: { places: 1, binders: 0 },
  evolve: (shelf, event) =>
    event.type === 'BinderPutIn'
      ? { ...shelf, binders: shelf.binders + 1 }
      : { ...shelf, places: shelf.places + event.data.places },
};
const stream = { tenant: 'alingsas', name: 'shelf-SN.1' };

const putIn =
  (label: string) =>
  (shelf: Shelf): Decision<ShelfEvent, ShelfRejection> =>
    shelf.binders >= shelf.places
      ? reject({ code: 'shelf-full', facts: { binders: shelf.binders } })
      : accept(
          [{ type: 'BinderPutIn', data: { label }, basis }],
          shelf.binders + 1 === shelf.places ? [{ code: 'now-full', facts: {} }] : [],
        );
const addRoom = (places: number) => (): Decision<ShelfEvent, never> =>
  accept([{ type: 'RoomAdded', data: { places }, basis }]);

let serial = 0;
function context(
  conditions: { key?: string; requestHash?: string; expectedRevision?: number } = {},
): CommandContext {
  const commandId = commandIdOf('alingsas', conditions.key ?? `fresh ${(serial += 1)}`);
  return {
    tenant: 'alingsas',
    actor: testActor,
    commandId,
    correlationId: commandId,
    causationId: null,
    expectedRevision: conditions.expectedRevision ?? null,
    requestHash: conditions.requestHash ?? null,
  };
}

function newErasure(id: string): Append {
  const { actor, commandId, correlationId, causationId, requestHash } = context();
  const data = {
    events: [{ id, stream: stream.name, revision: 0, type: 'BinderPutIn' }],
    reason: 'Gallring',
  };
  const event = { type: erasureType, data, basis: { ...basis, kind: 'report' as const } };
  return {
    stream: { tenant: stream.tenant, name: erasureStream },
    expected: 'any',
    events: [{ id: eventIdOf(commandId, 0), event, schemaVersion: 1 }],
    metadata: { actor, commandId, correlationId, causationId, requestHash, warnings: [] },
  };
}

function office() {
  const store = new InMemoryEventStore();
  const process = () => {
    const executor = new EventSourcedCommandExecutor(store);
    return {
      load: () => executor.load(shelfStream, stream),
      forget: () => executor.forget([stream]),
      run: (decide: Execution<Shelf, ShelfEvent, ShelfRejection>['decide'], conditions = {}) =>
        executor.execute({ context: context(conditions), definition: shelfStream, stream, decide }),
    };
  };
  return { store, process };
}

describe('the command executor', () => {
  it('records what was decided and says where it stands', async () => {
    const { run, load } = office().process();
    expect(await run(putIn('A'))).toMatchObject({
      outcome: 'recorded',
      stream: 'alingsas:shelf-SN.1',
      revision: 0,
      warnings: [{ code: 'now-full' }],
    });
    expect(await load()).toEqual({ places: 1, binders: 1 });
  });

  it('records nothing of a refused command', async () => {
    const { run, load } = office().process();
    await run(putIn('A'));
    expect(await run(putIn('B'))).toEqual({
      outcome: 'refused',
      rejection: { code: 'shelf-full', facts: { binders: 1 } },
    });
    expect(await load()).toEqual({ places: 1, binders: 1 });
  });

  it('answers a retry as it answered the first time, from any process and after others', async () => {
    const { process } = office();
    const here = process();
    const retried = { key: 'put in A', requestHash: 'hash A' };
    const first = await here.run(putIn('A'), retried);
    await here.run(addRoom(5));
    expect(await here.run(putIn('A'), retried)).toEqual(first);
    expect(await process().run(putIn('A'), retried)).toEqual(first);
    expect(await here.load()).toEqual({ places: 6, binders: 1 });
  });

  it('refuses a key that was used for another request', async () => {
    const { run } = office().process();
    await run(addRoom(1), { key: 'k', requestHash: 'hash A' });
    expect(await run(addRoom(2), { key: 'k', requestHash: 'hash B' })).toMatchObject({
      rejection: { code: 'idempotency-key-reused' },
    });
  });

  it('refuses a command that is still running under the same key', async () => {
    const { run } = office().process();
    const twice = { key: 'k', requestHash: 'hash' };
    const [first, second] = await Promise.all([run(addRoom(1), twice), run(addRoom(1), twice)]);
    expect(first.outcome).toBe('recorded');
    expect(second).toMatchObject({ rejection: { code: 'command-still-running' } });
  });

  it('refuses a command sent on a revision that is no longer the last', async () => {
    const { run } = office().process();
    await run(addRoom(1), { expectedRevision: -1 });
    expect(await run(addRoom(1), { expectedRevision: -1 })).toEqual({
      outcome: 'refused',
      rejection: { code: 'stale-revision', facts: { expectedRevision: -1, actualRevision: 0 } },
    });
    expect((await run(addRoom(1), { expectedRevision: 0 })).outcome).toBe('recorded');
  });

  it('never believes an old state: neither to refuse nor to accept', async () => {
    const { process } = office();
    const [here, there] = [process(), process()];
    await here.run(putIn('A'));
    await there.run(addRoom(1));
    expect((await here.run(putIn('B'))).outcome).toBe('recorded');
    expect(await there.run(putIn('C'))).toMatchObject({
      rejection: { code: 'shelf-full', facts: { binders: 2 } },
    });
    expect((await here.run(addRoom(1), { expectedRevision: 2 })).outcome).toBe('recorded');
  });

  it('lets no two processes put in more than there is room for', async () => {
    const { process } = office();
    const processes = [process(), process(), process()];
    await processes[0]!.run(addRoom(19));
    const outcomes = await Promise.all(
      Array.from({ length: 30 }, (_, n) => processes[n % 3]!.run(putIn(`binder ${n}`))),
    );
    const recorded = outcomes.filter(({ outcome }) => outcome === 'recorded').length;
    expect(await processes[0]!.load()).toEqual({ places: 20, binders: recorded });
    const refusedForRoom = outcomes.filter(
      (o) => o.outcome === 'refused' && o.rejection.code === 'shelf-full',
    ).length;
    expect(recorded === 20 || refusedForRoom === 0).toBe(true);
  });

  it('passes over what was erased, and asks nobody to have seen it', async () => {
    const { store, process } = office();
    const here = process();
    await here.run(addRoom(1));
    const put = await here.run(putIn('A'));
    const [id] = put.outcome === 'recorded' ? put.eventIds : [];
    const decision = newErasure(id ?? '');
    await store.append(decision);
    await store.erase(stream.tenant, [id ?? '']);

    const there = process();
    expect(await there.load()).toEqual({ places: 2, binders: 0 });
    expect(await there.run(putIn('B'), { expectedRevision: -1 })).toMatchObject({
      rejection: { code: 'stale-revision', facts: { actualRevision: 1 } },
    });
    expect(await there.run(putIn('B'), { expectedRevision: 0 })).toMatchObject({ revision: 2 });
    expect(await there.run(putIn('C'), { expectedRevision: 1 })).toMatchObject({
      rejection: { code: 'stale-revision' },
    });
  });

  it('decides on nothing that it has been told to forget, also not what it was about to', async () => {
    const { store, process } = office();
    const here = process();
    await here.run(addRoom(1));
    const put = await here.run(putIn('A'));
    const [id] = put.outcome === 'recorded' ? put.eventIds : [];
    await store.append(newErasure(id ?? ''));
    const binders: number[] = [];
    const outcome = await here.run(async (shelf) => {
      binders.push(shelf.binders);
      if (binders.length === 1) {
        await store.erase(stream.tenant, [id ?? '']);
        here.forget();
      }
      return putIn('B')(shelf);
    });

    expect(outcome).toMatchObject({ outcome: 'recorded', revision: 2 });
    expect(binders).toEqual([1, 0]);
    expect(await here.load()).toEqual({ places: 2, binders: 1 });
  });

  it('answers a retry of an erased command where it stands', async () => {
    const { store, process } = office();
    const retried = { key: 'put in A', requestHash: 'hash A' };
    const first = await process().run(putIn('A'), retried);
    const [id] = first.outcome === 'recorded' ? first.eventIds : [];
    await store.append(newErasure(id ?? ''));
    await store.erase(stream.tenant, [id ?? '']);

    expect(await process().run(putIn('A'), retried)).toEqual({ ...first, warnings: [] });
  });

  it('treats acceptance without a fact as the bug that it is', async () => {
    await expect(
      office()
        .process()
        .run(() => accept([])),
    ).rejects.toThrow('accepted without a fact');
  });
});
