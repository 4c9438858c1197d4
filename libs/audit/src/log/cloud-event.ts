import { citationOf, parseStreamId, parseStreamName } from '#libs/kernel';
import type { LoggedEvent } from './logged-event.js';

/** An event in the JSON format of CloudEvents 1.0 (https://cloudevents.io). What is null in the log is left out. */
export interface CloudEvent {
  readonly specversion: '1.0';
  readonly id: string;
  /** The municipality's log: `/api/v1/alingsas/events`. */
  readonly source: string;
  /** Context, event type and version: `paragraf.budget.BudgetReallocated.v1`. */
  readonly type: string;
  /** The stream within the municipality: `budget-SN.2025`. */
  readonly subject: string;
  /** When it was recorded. */
  readonly time: string;
  readonly datacontenttype?: 'application/json';
  readonly data?: unknown;
  /** Extension attributes: lower-case letters and digits, at most 20 of them, as the specification demands. */
  readonly [extension: string]: unknown;
}

/** All that the log says of it but the warnings, which are no simple values, as attributes have to be. */
export function cloudEvent(event: LoggedEvent): CloudEvent {
  const { record, type, data } = event;
  const { tenant, name } = parseStreamId(record.stream);
  return {
    specversion: '1.0',
    id: record.id,
    source: `/api/v1/${tenant}/events`,
    type: `paragraf.${parseStreamName(name).context}.${type}.v${record.schemaVersion}`,
    subject: name,
    time: record.recordedAt,
    ...stated(extensionsOf(event)),
    ...(record.erased ? {} : { datacontenttype: 'application/json', data }),
  };
}

function extensionsOf({ basis, record, erased }: LoggedEvent): Readonly<Record<string, unknown>> {
  const { actor } = record;
  return {
    position: record.position,
    revision: record.revision,
    effectiveon: basis.effectiveOn,
    basis: basis.kind,
    citation: citationOf(basis),
    uncitedreason: basis.kind === 'uncited' ? basis.reason : null,
    actorid: actor.id,
    actorrole: actor.role,
    actorcommittee: actor.committee,
    commandid: record.commandId,
    correlationid: record.correlationId,
    causationid: record.causationId,
    requesthash: record.requestHash,
    erasedby: erased?.event ?? null,
    erasedunder: erased?.citation ?? null,
  };
}

function stated(attributes: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== null));
}
