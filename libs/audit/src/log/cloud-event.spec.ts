import type { DomainEvent } from '#libs/kernel';
import { record } from '#libs/kernel/testing';
import { cloudEvent } from './cloud-event.js';
import type { LoggedEvent } from './logged-event.js';

const stream = { tenant: 'alingsas', name: 'budget-SN.2025' };
function logged(basis: DomainEvent['basis'], change: Partial<LoggedEvent['record']> = {}): LoggedEvent {
  const [fact] = record(stream, [{ type: 'BudgetReallocated', data: { changes: [] }, basis }]);
  return { ...fact!, record: { ...fact!.record, requestHash: null, warnings: [], ...change } };
}

const decided = { kind: 'decision', citation: 'SN 2025-04-22, § 33', effectiveOn: '2025-04-22' } as const;

describe('an event as a CloudEvent', () => {
  it('says what happened to what, when and where, and the rest in extension attributes', () => {
    expect(cloudEvent(logged(decided))).toEqual({
      specversion: '1.0',
      id: '00000000-0000-4000-8000-000000000001',
      source: '/api/v1/alingsas/events',
      type: 'paragraf.budget.BudgetReallocated.v1',
      subject: 'budget-SN.2025',
      time: '2026-01-01T00:00:00.000Z',
      position: '1',
      revision: 0,
      effectiveon: '2025-04-22',
      basis: 'decision',
      citation: 'SN 2025-04-22, § 33',
      actorid: 'test-secretary',
      actorrole: 'committeeSecretary',
      actorcommittee: 'SN',
      commandid: '00000000-0000-4000-9000-000000000001',
      correlationid: '00000000-0000-4000-9000-000000000001',
      datacontenttype: 'application/json',
      data: { changes: [] },
    });
  });

  it('has no attribute for what is not known, and one for why no paragraph is', () => {
    const uncited = { kind: 'uncited', reason: 'Framgår inte.', effectiveOn: '2025-01-01' } as const;
    const event = cloudEvent(logged(uncited, { causationId: 'c', requestHash: 'h' }));
    expect(event).toMatchObject({
      basis: 'uncited',
      uncitedreason: 'Framgår inte.',
      causationid: 'c',
      requesthash: 'h',
    });
    expect(event).not.toHaveProperty('citation');
  });

  it('of which a decision has destroyed what it said has no data, and says by what it went', () => {
    const by = {
      event: 'e',
      citation: 'SN 2026-01-20, § 3',
      effectiveOn: '2026-01-20',
      recordedAt: '2026-01-21T08:00:00.000Z',
    };
    const event = cloudEvent({ ...logged(decided, { erased: true }), data: null, erased: by });
    expect(event).toMatchObject({ erasedby: 'e', erasedunder: 'SN 2026-01-20, § 3' });
    expect(event).not.toHaveProperty('data');
    expect(event).not.toHaveProperty('datacontenttype');
  });
});
