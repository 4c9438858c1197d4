import { LineError } from '../bundle/line-error.js';
import { fail } from './failure.js';

/** What is read of an entry, or the failure that it is not written as it should be. */
export function wellWritten<Read>(entry: string, read: () => Read): Read {
  try {
    return read();
  } catch (error) {
    if (error instanceof LineError) return fail('entry-malformed', { entry, reason: error.message });
    throw error;
  }
}
