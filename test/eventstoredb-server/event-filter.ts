import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import type { LogRecord } from './server-log.js';

export interface EventFilter {
  allows(record: LogRecord): boolean;
  /** After so many records that were looked at, a subscription tells how far it has come. */
  readonly checkpointInterval: number;
}

const defaultWindow = 32;

/** By prefixes or a regular expression, on the stream's name or the event's type. */
export function eventFilter(options: ReadReq.Options): EventFilter | undefined {
  const filter = options.getFilter();
  if (!filter) return undefined;
  const onStream = filter.getStreamIdentifier();
  const expression = onStream ?? filter.getEventType();
  if (!expression) throw new Error('A filter looks at the stream or at the type.');
  const pattern = expression.getRegex() === '' ? undefined : new RegExp(expression.getRegex(), 'u');
  const prefixes = expression.getPrefixList();
  const window = filter.hasMax() ? filter.getMax() : defaultWindow;
  return {
    checkpointInterval: window * filter.getCheckpointintervalmultiplier(),
    allows({ stream, type }) {
      const text = onStream ? stream : type;
      return pattern ? pattern.test(text) : prefixes.some((prefix) => text.startsWith(prefix));
    },
  };
}
