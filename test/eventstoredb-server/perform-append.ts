import { setTimeout as pause } from 'node:timers/promises';
import type { ServiceError } from '@grpc/grpc-js';
import { maximumAppendSizeExceeded, notReady } from './refusals.js';
import type { ServerContext } from './server-context.js';
import type { Expected, ProposedEvent, Written } from './server-log.js';

export interface ProposedAppend {
  readonly stream: string;
  readonly expected: Expected;
  readonly events: readonly ProposedEvent[];
}

/** `silence`: the caller never hears of it. */
export type Performed =
  Written | { readonly kind: 'refused'; readonly error: ServiceError } | { readonly kind: 'silence' };

/** Appends, or misbehaves as told. */
export async function performAppend(context: ServerContext, append: ProposedAppend): Promise<Performed> {
  const { log, faults, traffic, maxAppendSize } = context;
  traffic.appends += 1;
  const { stream, expected, events } = append;
  if (sizeOf(events) > maxAppendSize) return refused(maximumAppendSizeExceeded(maxAppendSize));
  const fault = faults.nextAppendFault(stream);
  if (fault === 'unavailable') return refused(notReady());
  if (fault === 'no-answer') return { kind: 'silence' };
  if (fault === 'cut-before') return cut(context);
  const written = log.append(stream, expected, events);
  if (fault === 'cut-after') return cut(context);
  if (fault === 'lost-answer') return { kind: 'silence' };
  if (faults.delayMs > 0) await pause(faults.delayMs);
  return written;
}

function refused(error: ServiceError): Performed {
  return { kind: 'refused', error };
}

function cut(context: ServerContext): Performed {
  context.cutConnections();
  return { kind: 'silence' };
}

function sizeOf(events: readonly ProposedEvent[]): number {
  return events.reduce(
    (sum, { type, data, metadata }) => sum + type.length + data.length + metadata.length,
    0,
  );
}
