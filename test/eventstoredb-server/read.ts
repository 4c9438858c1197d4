import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { ServerWritableStream } from '@grpc/grpc-js';
import type { ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import { objectionTo } from './access.js';
import { eventMessage, streamName, streamNotFoundMessage } from './messages.js';
import { recordsOfLog, recordsOfStream } from './read-range.js';
import { invalidPosition, streamDeleted } from './refusals.js';
import type { ServerContext } from './server-context.js';
import { subscriptionMessages } from './subscription.js';

type ReadCall = ServerWritableStream<ReadReq, ReadResp>;

/** Streams and the whole log, forwards and backwards, filtered or not, once or as a subscription. */
export function readHandler(context: ServerContext) {
  return (call: ReadCall): void => {
    const objection = objectionTo(call.metadata, context);
    if (objection) return void call.emit('error', objection);
    const isSubscription = call.request.getOptions()!.hasSubscription();
    if (!isSubscription) context.traffic.reads += 1;
    if (context.faults.nextReadIsSilent(isSubscription)) return;
    void send(context, call);
  };
}

/** Waits where the client is slower than the server. */
async function send(context: ServerContext, call: ReadCall): Promise<void> {
  const { faults, traffic } = context;
  const cutAfter = faults.cutReadsAfter.shift();
  const ended = new AbortController();
  for (const event of ['cancelled', 'close']) call.on(event, () => ended.abort(event));
  let sent = 0;
  try {
    if (faults.delayMs > 0) await pause(faults.delayMs);
    for await (const message of messages(context, call, ended.signal)) {
      if (sent === cutAfter) return context.cutConnections();
      sent += 1;
      traffic.sent += 1;
      if (!call.write(message)) {
        traffic.emit('stalled');
        await once(call, 'drain', { signal: ended.signal });
      }
      if (ended.signal.aborted) return;
    }
    call.end();
  } catch (error) {
    if (!ended.signal.aborted) call.emit('error', error);
  }
}

function messages(context: ServerContext, call: ReadCall, signal: AbortSignal): AsyncGenerator<ReadResp> {
  const options = call.request.getOptions()!;
  if (options.hasSubscription()) return subscriptionMessages(context, options, signal);
  return options.hasAll() ? logMessages(context, options) : streamMessages(context, options);
}

async function* logMessages({ log }: ServerContext, options: ReadReq.Options): AsyncGenerator<ReadResp> {
  const records = recordsOfLog(log, options);
  if (!records) throw invalidPosition();
  for (const record of records) yield eventMessage(record);
}

async function* streamMessages({ log }: ServerContext, options: ReadReq.Options): AsyncGenerator<ReadResp> {
  const name = streamName(options.getStream()!.getStreamIdentifier());
  if (log.isDeleted(name)) throw streamDeleted(name);
  const records = recordsOfStream(log, name, options);
  if (!records) yield streamNotFoundMessage(name);
  for (const record of records ?? []) yield eventMessage(record);
}
