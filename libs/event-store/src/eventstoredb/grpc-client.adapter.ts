import { readFileSync } from 'node:fs';
import type { Channel, ClientDuplexStream, ClientReadableStream } from '@grpc/grpc-js';
import {
  EventStoreDBClient,
  type ChannelCredentialOptions,
  type SingleNodeOptions,
} from '@eventstore/db-client';
import streams from '@eventstore/db-client/generated/streams_grpc_pb.js';
import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import { readAppendAnswer, type CorrelatedAnswer } from './append-answer.js';
import { AppendCall } from './append-call.adapter.js';
import { ConnectionStringError, type ConnectionSettings } from './connection-string.js';
import { readRecordedEvent, type RecordedEvent } from './recorded-event.js';

/** What a read is answered with: an event, or something that is none. */
export type ReadAnswer = RecordedEvent | { readonly stream?: undefined };

/**
 * The client with the two calls that a log needs, on the client's own connection and discovery. Its public methods are
 * passed by, for what they do when things go wrong: batch appends of all clients in a process share one table, which an
 * error on one connection clears for all, so that a later answer ends the process; a failed question for the server's
 * capabilities is remembered; checkpoints overtake events; and what is filtered cannot be read page by page. Messages
 * that come and go by the thousand are read and written as bytes, without the generated classes. Every call goes to the
 * leader, so that what was recorded is seen.
 */
export class GrpcClient extends EventStoreDBClient {
  private channel: Promise<Channel> | undefined;
  private appends: AppendCall | undefined;
  private openingAppends: Promise<AppendCall> | undefined;

  constructor(settings: ConnectionSettings) {
    // One constructor stands behind the overloads for one node, several, and a name for all.
    super(endpointsOf(settings) as SingleNodeOptions, securityOf(settings), settings.credentials);
    const { handleError, getChannel } = this;
    // A reconnection that fails is met again by the next call; here nobody would hear of it.
    this.handleError = (client, error) => handleError(client, error).catch(() => undefined);
    this.getChannel = () => (this.channel = getChannel());
  }

  /** The call that appends share, where it is open. */
  get openAppends(): AppendCall | undefined {
    return this.appends?.isOpen === true ? this.appends : undefined;
  }

  /** Opens the call that appends share; whoever asks at the same time gets the same one. */
  openAppendCall(): Promise<AppendCall> {
    this.openingAppends ??= this.startAppendCall().finally(() => (this.openingAppends = undefined));
    return this.openingAppends;
  }

  private async startAppendCall(): Promise<AppendCall> {
    const [metadata, options] = this.callArguments({ requiresLeader: true }, { deadline: Infinity });
    const open = this.GRPCStreamCreator(
      streams.StreamsClient,
      'append',
      (client): ClientDuplexStream<Buffer, CorrelatedAnswer> =>
        client.makeBidiStreamRequest(batchAppend.path, (bytes) => bytes, readAppendAnswer, metadata, options),
    );
    this.appends = new AppendCall(await open());
    return this.appends;
  }

  /**
   * Answers until it is read to its end, fails, or is cancelled; cancelling is for exceptions, since servers close the
   * connections of those who do it often.
   */
  async read(request: ReadReq): Promise<ClientReadableStream<ReadAnswer>> {
    const [metadata, options] = this.callArguments({ requiresLeader: true }, { deadline: Infinity });
    const open = this.GRPCStreamCreator(
      streams.StreamsClient,
      'read',
      (client): ClientReadableStream<ReadAnswer> =>
        client.makeServerStreamRequest(read.path, printRequest, readAnswer, request, metadata, options),
    );
    const call = await open();
    // It fails once more when it is cancelled, perhaps after whoever waits for its answers has gone.
    return call.on('error', () => undefined);
  }

  async close(): Promise<void> {
    await this.dispose();
    const channel = await this.channel?.catch(() => undefined);
    channel?.close();
  }
}

const { batchAppend, read } = streams.StreamsService;

function printRequest(request: ReadReq): Buffer {
  return Buffer.from(request.serializeBinary());
}

const noEvent: ReadAnswer = {};

/** A stream of objects takes null for its end. */
function readAnswer(bytes: Buffer): ReadAnswer {
  return readRecordedEvent(bytes) ?? noEvent;
}

function endpointsOf({ hosts, discover, connectionName, numbers }: ConnectionSettings): object {
  const options = connectionName === undefined ? numbers : { ...numbers, connectionName };
  const [first] = hosts;
  if (discover) return { ...options, discover: first };
  return hosts.length > 1 ? { ...options, endpoints: hosts } : { ...options, endpoint: first };
}

function securityOf({
  tls,
  tlsCAFile,
  userCertFile,
  userKeyFile,
}: ConnectionSettings): ChannelCredentialOptions {
  if (!tls) return { insecure: true };
  return {
    ...(tlsCAFile !== undefined && { rootCertificate: readFile(tlsCAFile, 'tlsCAFile') }),
    ...(userCertFile !== undefined && { userCertFile: readFile(userCertFile, 'userCertFile') }),
    ...(userKeyFile !== undefined && { userKeyFile: readFile(userKeyFile, 'userKeyFile') }),
  };
}

function readFile(path: string, option: string): Buffer {
  try {
    return readFileSync(path);
  } catch {
    throw new ConnectionStringError(`names ${path} as ${option}, which cannot be read.`);
  }
}
