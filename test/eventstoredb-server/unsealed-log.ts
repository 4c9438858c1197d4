import { randomUUID } from 'node:crypto';
import type { EventStoreDbTestServer } from './server.js';

function json(value: unknown) {
  return {
    contentType: 'application/json',
    data: Buffer.from(JSON.stringify(value)),
    metadata: Buffer.from('{}'),
  };
}

/** A municipality's log as the version before envelopes wrote it: the register, the claim of the id, the event. */
export function recordUnsealed({ log }: EventStoreDbTestServer, tenant: string): void {
  const [id, appendId, commandId] = [randomUUID(), randomUUID(), randomUUID()];
  const basis = { kind: 'report', effectiveOn: '2023-12-31' };
  const actor = { id: 'local', role: 'controller', committee: null };
  const facts = {
    actor,
    commandId,
    correlationId: commandId,
    causationId: null,
    requestHash: null,
    warnings: [],
  };
  const metadata = { schemaVersion: 1, basis, ...facts, appendId, appendIndex: 0 };
  log.append('paragraf.municipalities', 'any', [
    { id: randomUUID(), type: 'MunicipalityRegistered', ...json({ tenant }) },
  ]);
  log.append(`paragraf.event.${tenant}.${id}`, 'noStream', [
    { id: randomUUID(), type: 'EventIdClaimed', ...json({ stream: 'budget-SN.2023', behind: -1 }) },
  ]);
  log.append(`${tenant}:budget-SN.2023`, 'noStream', [
    { id, type: 'BudgetAdopted', ...json({ lines: [] }), metadata: Buffer.from(JSON.stringify(metadata)) },
  ]);
}
