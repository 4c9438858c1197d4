import fc from 'fast-check';
import type { Envelope } from '../envelope.js';

/** An envelope as the first event of a stream has it. */
export const sampleEnvelope: Envelope = {
  v: 1,
  id: '4f7e1a52-30c8-5b9d-8d7e-0c1f2a3b4c5d',
  type: 'BudgetReallocated',
  schema: 1,
  stream: 'alingsas:budget-SN.2025',
  revision: 0,
  prev: null,
  dataHash: '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  committee: 'SN',
  actor: { committee: 'SN', id: 'controller-1', role: 'controller' },
  effectiveOn: '2025-03-18',
  recordedAt: '2025-03-19T07:12:44.501Z',
  commandId: '9d0f1f6e-6c43-4c39-9c53-0d8f1b1a7e11',
  correlationId: '9d0f1f6e-6c43-4c39-9c53-0d8f1b1a7e11',
  causationId: null,
  basis: 'decision',
  decision: 'SN 2025-03-18, § 21',
};

const text = fc.oneof(fc.string({ minLength: 1 }), fc.string({ unit: 'grapheme', minLength: 1 }));
const name = fc.stringMatching(/^[a-zåäö0-9.-]{1,20}$/);
const sha256 = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .map((bytes) => Buffer.from(bytes).toString('hex'));
const instant = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
const orNull = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });

const fields = fc.record({
  v: fc.constant(1 as const),
  id: text,
  type: text,
  schema: fc.integer({ min: 1 }),
  stream: fc.tuple(name, name).map((parts) => parts.join(':')),
  dataHash: sha256,
  committee: orNull(text),
  actor: fc.record({ committee: orNull(text), id: text, role: text }),
  effectiveOn: instant.map((time) => time.slice(0, 10)),
  recordedAt: instant,
  commandId: text,
  correlationId: text,
  causationId: orNull(text),
});

const ground = fc.oneof(
  fc.record({ basis: fc.constant('decision' as const), decision: text }),
  fc.record({ basis: fc.constantFrom('uncited' as const, 'report' as const), decision: fc.constant(null) }),
);

const place = fc.oneof(
  fc.constant({ revision: 0, prev: null }),
  fc.record({ revision: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }), prev: sha256 }),
);

const sealing = fc.oneof(fc.constant({}), fc.record({ sealedAt: instant }));

/** Any envelope, for properties. */
export const anyEnvelope: fc.Arbitrary<Envelope> = fc
  .tuple(fields, ground, place, sealing)
  .map(([known, rests, where, sealed]) => ({ ...known, ...rests, ...where, ...sealed }));
