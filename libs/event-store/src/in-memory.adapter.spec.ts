import { InMemoryEventStore } from './in-memory.adapter.js';
import { describeEventStore } from './testing/index.js';
import { appendTo, newTenant } from './testing/sample-append.js';

describeEventStore('the event store in memory', async () => {
  const store = new InMemoryEventStore();
  return { store, close: () => store.close() };
});

describe('the event store in memory, where the clock goes back', () => {
  it('lets recordedAt stand still', async () => {
    const times = ['2026-03-29T02:59:59.000Z', '2026-03-29T02:00:00.000Z', '2026-03-29T03:00:00.000Z'];
    let asked = 0;
    const store = new InMemoryEventStore(() => new Date(times[asked++]!));
    const append = () => store.append(appendTo(stream));
    const stream = { tenant: newTenant(), name: 'budget-SN.2023' };

    const results = [await append(), await append(), await append()];

    expect(results.map((result) => 'recordedAt' in result && result.recordedAt)).toEqual([
      times[0],
      times[0],
      times[2],
    ]);
  });
});
