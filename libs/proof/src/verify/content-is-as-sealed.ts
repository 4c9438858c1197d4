import { dataHashOf } from '../envelope.js';
import { fail } from './failure.js';
import { named, type LoggedEvent } from './logged-event.js';

/** What was recorded is what the envelope was made of: the salted hash of the content is the one in the envelope. */
export function contentIsAsSealed(event: LoggedEvent): void {
  const { content, salt } = event.texts;
  if (content === null || salt === null) return;
  const { dataHash } = event.envelope;
  const found = dataHashOf(salt, content);
  if (found !== dataHash) fail('content-not-as-sealed', { ...named(event), dataHash, found });
}
