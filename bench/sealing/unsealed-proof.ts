import type { Envelope } from '#libs/proof';

// Stands in for libs/proof in one of the processes that are measured: the same texts, without what proves them.
export { CanonicalJsonError, EnvelopeError, parseEnvelope } from '#libs/proof';

export function canonicalJson(value: unknown): string {
  return JSON.stringify(value);
}

export function dataHashOf(): string {
  return '';
}

export function hashOfEnvelope(): string {
  return '';
}

/** What was kept of an event before there were envelopes; the rest stands in columns. */
export function envelopeText(envelope: Envelope): string {
  const { schema, basis, effectiveOn, actor, commandId, correlationId, causationId } = envelope;
  const { decision } = envelope;
  return JSON.stringify({
    schema,
    basis: { kind: basis, decision, effectiveOn },
    actor,
    commandId,
    correlationId,
    causationId,
    requestHash: null,
    warnings: [],
  });
}
