import type { DomainEvent, Recorded } from '#libs/kernel';
import { given, record } from '#libs/kernel/testing';
import { eventsErased, namedEvent } from '../erasures/fixtures.js';
import { erasuresStream, erasuresStreamId } from '../erasures/state.js';
import { eraseEvents, type Candidate, type EraseEvents } from './erase-events.js';

const { reason } = eventsErased.data;
const basis = { kind: 'decision', citation: 'SN 2026-01-20, § 3', effectiveOn: '2026-01-20' } as const;
const fact = (type: string): DomainEvent => ({
  type,
  data: {},
  basis: { kind: 'report', effectiveOn: '2025-03-18' },
});

/** An event as the log has it at a place of its stream. */
function candidate(stream: string, revision: number, type: string, more: Partial<Candidate> = {}): Candidate {
  const [event] = record({ tenant: 'alingsas', name: stream }, [fact(type)], { firstRevision: revision });
  const { id } = namedEvent(stream, revision);
  const recorded: Recorded = { ...event!, record: { ...event!.record, id } };
  return { event: recorded, isKept: false, registers: null, ...more };
}

const reallocated = candidate('budget-SN.2025', 3, 'BudgetReallocated');
const again = candidate('budget-SN.2025', 4, 'BudgetReallocated');
const reported = candidate('actionPlan-SN.2024-09-17.42', 9, 'MeasureProgressReported');

const erase = (change: Partial<EraseEvents> = {}): EraseEvents => ({
  basis,
  reason,
  candidates: [reallocated, again, reported],
  unknownIds: [],
  broken: null,
  cited: [],
  ...change,
});

describe('erasing events', () => {
  it('records which, by their places in their streams, why and by what decision', () => {
    given(erasuresStream).when(eraseEvents, erase()).thenRecorded(eventsErased);
  });

  it('that the log does not have is refused', () => {
    const unknownIds = ['00000000-0000-4000-8000-00000000dead'];
    given(erasuresStream)
      .when(eraseEvents, erase({ candidates: [], unknownIds }))
      .thenRejected('erased-events-unknown', { eventIds: unknownIds });
  });

  it('that have been erased already is refused, with the decision', () => {
    given(erasuresStream, [eventsErased])
      .when(eraseEvents, erase({ candidates: [candidate('budget-SN.2025', 7, 'BudgetAmended'), again] }))
      .thenRejected('event-already-erased', {
        eventId: again.event.record.id,
        citation: 'SN 2026-01-20, § 3',
        effectiveOn: '2026-01-20',
      });
  });

  it('that erase others is refused', () => {
    const erasing = candidate(erasuresStreamId('alingsas').name, 0, 'EventsErased');
    given(erasuresStream)
      .when(eraseEvents, erase({ candidates: [reallocated, erasing] }))
      .thenRejected('erasing-decision-kept', { eventId: erasing.event.record.id });
  });

  it('on which other streams build is refused', () => {
    const kept = candidate('organisation-SN.committee', 0, 'CommitteeEstablished', { isKept: true });
    given(erasuresStream)
      .when(eraseEvents, erase({ candidates: [kept] }))
      .thenRejected('event-kept', {
        eventId: kept.event.record.id,
        stream: 'alingsas:organisation-SN.committee',
        revision: 0,
        type: 'CommitteeEstablished',
      });
  });

  it('that register the paragraph it rests on is refused', () => {
    const registers = basis.citation;
    const ground = candidate('decisions-SN.2026', 2, 'DecisionRegistered', { registers });
    given(erasuresStream)
      .when(eraseEvents, erase({ candidates: [ground] }))
      .thenRejected('erasure-of-its-own-ground', {
        eventId: ground.event.record.id,
        citation: basis.citation,
      });
  });

  it('on which later ones build is refused, with the first of those', () => {
    given(erasuresStream)
      .when(eraseEvents, erase({ candidates: [reallocated], broken: { ...again, readModel: 'budgets' } }))
      .thenRejected('erasure-breaks-history', {
        eventId: again.event.record.id,
        stream: 'alingsas:budget-SN.2025',
        revision: 4,
        type: 'BudgetReallocated',
        readModel: 'budgets',
      });
  });

  it('more than a hundred at once is recorded with a warning', () => {
    const candidates = Array.from({ length: 101 }, (_, n) =>
      candidate('budget-SN.2025', n, 'BudgetReallocated'),
    );
    given(erasuresStream).when(eraseEvents, erase({ candidates })).thenWarned('many-events-erased');
    given(erasuresStream)
      .when(eraseEvents, erase({ candidates: candidates.slice(1) }))
      .thenWarned();
  });

  it('that register a paragraph is recorded, with a warning where others rest on it', () => {
    const registers = 'SN 2025-04-22, § 33';
    const registered = candidate('decisions-SN.2025', 2, 'DecisionRegistered', { registers });
    const erased = (citedBy: number) =>
      erase({ candidates: [registered], cited: [{ citation: registers, citedBy }] });
    given(erasuresStream).when(eraseEvents, erased(0)).thenWarned();
    given(erasuresStream).when(eraseEvents, erased(2)).thenWarned('cited-paragraph-erased');
  });
});
