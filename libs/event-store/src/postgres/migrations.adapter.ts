import { CheckErasuresTogether1795820400000 } from './check-erasures-together.adapter.js';
import { CreateEventLog1795305600000 } from './create-event-log.adapter.js';
import { SealEventLog1795651200000 } from './seal-event-log.adapter.js';

/** In the order in which they are run. */
export const eventStoreMigrations = [
  CreateEventLog1795305600000,
  SealEventLog1795651200000,
  CheckErasuresTogether1795820400000,
];
