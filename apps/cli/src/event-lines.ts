import type { INestApplicationContext } from '@nestjs/common';
import { EventStore } from '#libs/event-store';
import { eventLine } from './present/event-line.js';

/** As many as somebody reads before an answer. */
const most = 20;

/** The events that are about to be erased, a line each. */
export async function eventLines(
  context: INestApplicationContext,
  tenant: string,
  ids: readonly string[],
): Promise<readonly string[]> {
  const store = context.get(EventStore);
  const found = await Promise.all(ids.slice(0, most).map((id) => store.findEvent(tenant, id)));
  const lines = found.map((event, n) => (event ? eventLine(event) : `${ids[n]}  finns inte i loggen`));
  return ids.length > most ? [...lines, `… och ${ids.length - most} till`] : lines;
}
