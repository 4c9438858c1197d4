import { ErasureRegister, InMemoryEventStore, type StoredEvent } from '#libs/event-store';
import { parseStreamId, type AnyTeller, type DomainEvent, type StreamSelector } from '#libs/kernel';
import { append } from '#libs/read-model/testing';
import { eventsErased } from '../erasures/fixtures.js';
import { erasuresStreamId } from '../erasures/state.js';
import { ErasureMarks } from '../log/erasure-marks.adapter.js';
import { Tellers } from '../told/tellers.adapter.js';
import { ToldLogs } from '../told/told-logs.adapter.js';
import { boxTeller, factCounter } from './boxes.js';
import { minutesTeller } from './minutes.js';

const everybody: readonly AnyTeller[] = [minutesTeller, boxTeller, factCounter];

/** A log of boxes with a clock that stands still until it is set, and what tells it. */
export function toldStore(told = everybody) {
  let now = '2026-01-01T00:00:00.000Z';
  const store = new InMemoryEventStore(() => new Date(now));
  const asked: StreamSelector[] = [];
  const note = (_: string, sources: readonly StreamSelector[]) => void asked.push(...sources);
  const tellers = new Tellers(told, note);
  const marks = new ErasureMarks(new ErasureRegister(store));
  const eventAt = async (stream: string, revision: number): Promise<StoredEvent> => {
    for await (const event of store.readStream(parseStreamId(stream), { from: revision, limit: 1 })) {
      return event;
    }
    throw new Error(`${stream} has no event ${revision}.`);
  };
  return {
    store,
    marks,
    tellers,
    logs: new ToldLogs(store, tellers, marks),
    /** The streams that were asked for. */
    asked,
    at: (instant: string) => void (now = instant),
    /** Into `alingsas:boxes-SN.2025` unless told. */
    record: (facts: readonly DomainEvent[], stream = 'alingsas:boxes-SN.2025') =>
      append(store, stream, ...facts),
    eventAt,
    /** Destroys what an event says, by the decision of the fixtures. */
    erase: async (stream: string, revision: number): Promise<void> => {
      const { type, record } = await eventAt(stream, revision);
      const named = { id: record.id, stream, revision, type };
      const { tenant, name } = erasuresStreamId('alingsas');
      const decision = { ...eventsErased, data: { ...eventsErased.data, events: [named] } };
      await append(store, `${tenant}:${name}`, decision);
      await store.erase(tenant, [record.id]);
    },
  };
}
