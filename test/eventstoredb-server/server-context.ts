import { EventEmitter } from 'node:events';
import type { Faults } from './faults.js';
import type { ServerLog } from './server-log.js';

/** What every handler works with. */
export interface ServerContext {
  readonly log: ServerLog;
  readonly faults: Faults;
  /** Bytes. */
  readonly maxAppendSize: number;
  /** Passwords by user; without users everybody may do everything. */
  readonly users: Readonly<Record<string, string>> | undefined;
  /** Where clients find this server. */
  readonly address: { readonly host: string; readonly port: number };
  readonly traffic: Traffic;
  /** Ends every connection at once, as a network does. */
  cutConnections(): void;
}

/** What the server has to do with its clients, and with their pace. */
export class Traffic extends EventEmitter<{ stalled: [] }> {
  appends = 0;
  /** Without subscriptions. */
  reads = 0;
  /** Messages that reads and subscriptions have been sent. */
  sent = 0;
}
