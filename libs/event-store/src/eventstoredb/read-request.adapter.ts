import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import type { LogPosition } from './log-position.js';

export type Direction = 'forwards' | 'backwards';

/** By the beginning of the stream's name, or by a regular expression for streams or for event types. */
export type ServerFilter =
  { readonly prefix: string } | { readonly streams: string } | { readonly types: string };

/** More than there will ever be. */
export const unlimited = Number.MAX_SAFE_INTEGER;

/** How many events the server looks at before it tells how far it has come. */
const searchWindow = 2_000;

export interface StreamRead {
  readonly stream: string;
  readonly direction: Direction;
  /** Inclusive; from the start, or backwards from the end, where it is left out. */
  readonly from?: number;
  readonly count: number;
}

export function streamRequest({ stream, direction, from, count }: StreamRead): ReadReq {
  const options = commonOptions(direction).setNoFilter(new shared.Empty()).setCount(String(count));
  const streamOptions = new streams.ReadReq.Options.StreamOptions().setStreamIdentifier(
    new shared.StreamIdentifier().setStreamName(Buffer.from(stream)),
  );
  if (from !== undefined) streamOptions.setRevision(String(from));
  else if (direction === 'forwards') streamOptions.setStart(new shared.Empty());
  else streamOptions.setEnd(new shared.Empty());
  return new streams.ReadReq().setOptions(options.setStream(streamOptions));
}

export interface LogRead {
  readonly filter: ServerFilter;
  readonly direction: Direction;
  /** The server includes an event that stands here when it reads forwards, and leaves it out backwards. */
  readonly from?: LogPosition;
  readonly count: number;
}

export function logRequest({ filter, direction, from, count }: LogRead): ReadReq {
  const options = commonOptions(direction).setCount(String(count)).setFilter(filterOptions(filter));
  return new streams.ReadReq().setOptions(options.setAll(allOptions(direction, from)));
}

/** What stands after the position, and then what comes. */
export function subscriptionRequest(filter: ServerFilter, after: LogPosition | undefined): ReadReq {
  const options = commonOptions('forwards')
    .setSubscription(new streams.ReadReq.Options.SubscriptionOptions())
    .setFilter(filterOptions(filter));
  return new streams.ReadReq().setOptions(options.setAll(allOptions('forwards', after)));
}

function commonOptions(direction: Direction): ReadReq.Options {
  const ids = new streams.ReadReq.Options.UUIDOption().setString(new shared.Empty());
  return new streams.ReadReq.Options()
    .setReadDirection(direction === 'forwards' ? 0 : 1)
    .setResolveLinks(false)
    .setUuidOption(ids);
}

function allOptions(direction: Direction, from: LogPosition | undefined): ReadReq.Options.AllOptions {
  const options = new streams.ReadReq.Options.AllOptions();
  if (from) {
    const position = new streams.ReadReq.Options.Position()
      .setCommitPosition(String(from.commit))
      .setPreparePosition(String(from.prepare));
    return options.setPosition(position);
  }
  return direction === 'forwards' ? options.setStart(new shared.Empty()) : options.setEnd(new shared.Empty());
}

function filterOptions(filter: ServerFilter): ReadReq.Options.FilterOptions {
  const expression = new streams.ReadReq.Options.FilterOptions.Expression();
  const options = new streams.ReadReq.Options.FilterOptions()
    .setMax(searchWindow)
    .setCheckpointintervalmultiplier(1);
  if ('types' in filter) return options.setEventType(expression.setRegex(filter.types));
  if ('streams' in filter) expression.setRegex(filter.streams);
  else expression.addPrefix(filter.prefix);
  return options.setStreamIdentifier(expression);
}
