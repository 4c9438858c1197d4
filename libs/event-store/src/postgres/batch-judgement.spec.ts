import { encodeAppend } from '../encoded-append.js';
import { newSalt } from '../salts.adapter.js';
import { appendTo, newEvents } from '../testing/sample-append.js';
import { judgeBatch } from './batch-judgement.js';

const stream = { tenant: 'alingsas', name: 'budget-SN.2023' };
const elsewhere = { ...stream, name: 'budget-SN.2024' };

describe('a batch of appends', () => {
  it('is judged as if they came one after the other', () => {
    const repeated = appendTo(stream, { expected: 4, events: newEvents(2) });
    const appends = [
      repeated,
      appendTo(stream, { expected: 4 }),
      repeated,
      appendTo(elsewhere, { expected: 'noStream' }),
      appendTo(elsewhere, { expected: 'noStream' }),
      appendTo(stream, { expected: 6 }),
      appendTo(elsewhere, { events: repeated.events }),
    ];

    const { judged, added } = judgeBatch(
      appends.map((append) => encodeAppend(append, newSalt)),
      new Map([[stream.name, { revision: 4 }]]),
      new Map(),
    );

    expect(judged.map(({ verdict }) => verdict)).toEqual([
      { kind: 'appended' },
      { kind: 'conflict', actualRevision: 6 },
      { kind: 'duplicate' },
      { kind: 'appended' },
      { kind: 'conflict', actualRevision: 0 },
      { kind: 'appended' },
      { kind: 'overlap', eventIds: repeated.events.map(({ id }) => id) },
    ]);
    expect(added.map(({ stream: name, revision }) => `${name} ${revision}`)).toEqual([
      'budget-SN.2023 5',
      'budget-SN.2023 6',
      'budget-SN.2024 0',
      'budget-SN.2023 7',
    ]);
  });
});
