import { randomBytes, randomUUID } from 'node:crypto';
import type { Append } from '#libs/event-store';
import { canonicalJson, dataHashOf, envelopeText } from '#libs/proof';
import type { DomainEvent } from '#libs/kernel';

/** A forecast of about 450 bytes of JSON, data and basis together: the everyday event of a follow-up. */
export function sampleEvent(n: number): DomainEvent {
  return {
    type: 'ForecastSubmitted',
    data: {
      round: (n % 9) + 1,
      figureKind: 'variance',
      precision: 'tkr',
      figures: [
        { accountGroup: 'staffCosts', amountOre: -100_000 * n },
        { accountGroup: 'purchasedServices', amountOre: 200_000 * n },
        { accountGroup: 'otherCosts', amountOre: -100_000 * n },
      ],
      comment:
        'Volymen av köpt vård är högre än planerat men vägs upp av vakanser inom myndighetsutövningen.',
      assumptions: ['Löneavtalet blir som i budget.'],
    },
    basis: { kind: 'report', effectiveOn: '2023-09-19' },
  };
}

export function sampleAppend(n: number, stream = `followUp-SN.${n}`): Append {
  const commandId = randomUUID();
  return {
    stream: { tenant: 'alingsas', name: stream },
    expected: 'noStream',
    events: [{ id: randomUUID(), event: sampleEvent(n), schemaVersion: 1 }],
    metadata: {
      actor: { id: 'bench', role: 'controller', committee: 'SN' },
      commandId,
      correlationId: commandId,
      causationId: null,
      requestHash: null,
      warnings: [],
    },
  };
}

/** The sample as the log keeps it. */
export function sealedSample(n: number): {
  readonly content: string;
  readonly salt: string;
  readonly envelope: string;
} {
  const { data, type, basis } = sampleEvent(n);
  const { events, metadata } = sampleAppend(n);
  const { requestHash, warnings, ...given } = metadata;
  const content = canonicalJson({ data, reason: null, requestHash, warnings });
  const salt = randomBytes(16).toString('hex');
  const envelope = envelopeText({
    ...given,
    id: events[0]?.id ?? '',
    type,
    schema: 1,
    stream: `alingsas:followUp-SN.${n}`,
    revision: 0,
    prev: null,
    dataHash: dataHashOf(salt, content),
    committee: 'SN',
    basis: basis.kind,
    decision: null,
    effectiveOn: basis.effectiveOn,
    recordedAt: '2023-09-19T12:00:00.000Z',
  });
  return { content, salt, envelope };
}
