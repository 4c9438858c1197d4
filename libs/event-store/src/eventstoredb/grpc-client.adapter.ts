import { readFileSync } from 'node:fs';
import type { Channel, ClientReadableStream } from '@grpc/grpc-js';
import {
  EventStoreDBClient,
  type ChannelCredentialOptions,
  type SingleNodeOptions,
} from '@eventstore/db-client';
import streams from '@eventstore/db-client/generated/streams_grpc_pb.js';
import type { AppendReq, AppendResp, ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import { ConnectionStringError, type ConnectionSettings } from './connection-string.js';

/**
 * The client with the two calls that a log needs, on the client's own connection, discovery and stubs. Its public
 * methods are passed by, for what they do when things go wrong: batch appends of all clients in a process share one
 * table, which an error on one connection clears for all, so that a later answer ends the process; a failed question
 * for the server's capabilities is remembered; checkpoints overtake events; and what is filtered cannot be read page by
 * page. Every call goes to the leader, so that what was recorded is seen.
 */
export class GrpcClient extends EventStoreDBClient {
  private channel: Promise<Channel> | undefined;

  constructor(settings: ConnectionSettings) {
    // One constructor stands behind the overloads for one node, several, and a name for all.
    super(endpointsOf(settings) as SingleNodeOptions, securityOf(settings), settings.credentials);
    const { handleError, getChannel } = this;
    // A reconnection that fails is met again by the next call; here nobody would hear of it.
    this.handleError = (client, error) => handleError(client, error).catch(() => undefined);
    this.getChannel = () => (this.channel = getChannel());
  }

  /** Rejects with a gRPC error, at the latest when the time is up. */
  append(requests: readonly AppendReq[], timeoutMs: number): Promise<AppendResp> {
    return this.execute(
      streams.StreamsClient,
      'append',
      (client) =>
        new Promise<AppendResp>((resolve, reject) => {
          const [metadata, options] = this.callArguments({ requiresLeader: true, deadline: timeoutMs });
          const call = client.append(metadata, options, (error, answer) =>
            error ? reject(error) : resolve(answer),
          );
          call.on('error', reject);
          for (const request of requests) call.write(request);
          call.end();
        }),
    );
  }

  /**
   * Answers until it is read to its end, fails, or is cancelled; cancelling is for exceptions, since servers close the
   * connections of those who do it often.
   */
  async read(request: ReadReq): Promise<ClientReadableStream<ReadResp>> {
    const [metadata, options] = this.callArguments({ requiresLeader: true }, { deadline: Infinity });
    const open = this.GRPCStreamCreator(streams.StreamsClient, 'read', (client) =>
      client.read(request, metadata, options),
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
