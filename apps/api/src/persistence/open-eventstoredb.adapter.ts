import {
  AccessDeniedError,
  ConnectionStringError,
  EventStoreDbEventStore,
  EventStoreUnavailableError,
  parseConnectionString,
  RetentionError,
  UnsealedLogError,
} from '#libs/event-store';
import { StartupError } from '../startup-error.js';
import type { EventLog } from './event-log.js';

/**
 * The log in EventStoreDB. Throws a {@link StartupError} that says in one sentence why it cannot be used; `named` is
 * what gave the address.
 */
export async function openEventStoreDb(url: string, named = 'EVENTSTORE_URL'): Promise<EventLog> {
  try {
    const store = await EventStoreDbEventStore.open(url);
    try {
      return { store, name: `EventStoreDB ${await store.identity()}` };
    } catch (error) {
      await store.close();
      throw error;
    }
  } catch (error) {
    throw new StartupError(unusable(error, url, named), { cause: error });
  }
}

/** The servers are named; the rest of the address may be secret. */
function unusable(error: unknown, url: string, named: string): string {
  if (error instanceof ConnectionStringError) {
    return `${named} nämner ett certifikat som inte går att läsa.`;
  }
  const { hosts } = parseConnectionString(url);
  const server = `EventStoreDB på ${hosts.map(({ address, port }) => `${address}:${port}`).join(', ')}`;
  if (error instanceof AccessDeniedError) {
    return `${server} släpper inte in användaren i ${named}, som måste få läsa $all och skriva strömmar.`;
  }
  if (error instanceof RetentionError) {
    const streams = error.streams.join(', ');
    return `${server} är inställd på att glömma händelser ($maxAge, $maxCount, $tb eller borttagning) i ${streams}. Loggen måste behålla alla.`;
  }
  if (error instanceof UnsealedLogError) {
    const municipalities = error.municipalities.join(', ');
    return `${server} har en logg från en tidigare version, utan försegling, för ${municipalities}. Kopiera den till PostgreSQL med den versionen (paragraf copy-log), uppgradera där och kopiera tillbaka till en tom EventStoreDB.`;
  }
  if (error instanceof EventStoreUnavailableError) {
    return `${server} svarar inte. Kontrollera ${named} och att den är igång.`;
  }
  return `${server} kan inte användas: ${error instanceof Error ? error.message : String(error)}`;
}
