import { promisify } from 'node:util';
import { Server, ServerCredentials } from '@grpc/grpc-js';
import features from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import gossip from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import streams from '@eventstore/db-client/generated/streams_grpc_pb.js';
import { appendHandler } from './append.js';
import { batchAppendHandler } from './batch-append.js';
import { gossipHandler, supportedMethodsHandler } from './capabilities.js';
import type { ServerCertificate } from './certificates.js';
import { deleteHandler, tombstoneHandler } from './delete.js';
import { Faults } from './faults.js';
import { readHandler } from './read.js';
import { Traffic, type ServerContext } from './server-context.js';
import { ServerLog } from './server-log.js';

export interface TestServerOptions {
  /** Its database; two servers of a cluster share one. */
  readonly log?: ServerLog;
  readonly certificate?: ServerCertificate;
  /** Passwords by user. */
  readonly users?: Readonly<Record<string, string>>;
  /** Bytes; 1 MiB unless told. */
  readonly maxAppendSize?: number;
}

/** Speaks EventStoreDB's protocol on loopback. What was recorded outlives a kill: only connections are lost. */
export class EventStoreDbTestServer {
  readonly log: ServerLog;
  readonly faults = new Faults();
  readonly traffic = new Traffic();
  readonly host = 'localhost';
  port = 0;
  private server: Server | undefined;

  constructor(private readonly options: TestServerOptions = {}) {
    this.log = options.log ?? new ServerLog();
  }

  static async start(options?: TestServerOptions): Promise<EventStoreDbTestServer> {
    const server = new EventStoreDbTestServer(options);
    await server.start();
    return server;
  }

  /** Listens on a free port the first time, and on the same one after a kill. */
  async start(): Promise<void> {
    const { certificate } = this.options;
    const server = new Server({
      'grpc.max_receive_message_length': 17 * 1024 * 1024,
      'grpc.enable_channelz': 0,
    });
    const credentials = certificate
      ? ServerCredentials.createSsl(null, [
          { cert_chain: Buffer.from(certificate.cert), private_key: Buffer.from(certificate.key) },
        ])
      : ServerCredentials.createInsecure();
    const bind = promisify(server.bindAsync.bind(server));
    this.port = await bind(`${this.host}:${this.port}`, credentials);
    this.serve(server);
    this.server = server;
  }

  private serve(server: Server): void {
    const context = this.context();
    server.addService(streams.StreamsService, {
      append: appendHandler(context),
      batchAppend: batchAppendHandler(context),
      read: readHandler(context),
      delete: deleteHandler(context),
      tombstone: tombstoneHandler(context),
    });
    server.addService(features.ServerFeaturesService, {
      getSupportedMethods: supportedMethodsHandler(context),
    });
    server.addService(gossip.GossipService, { read: gossipHandler(context) });
  }

  private context(): ServerContext {
    const { users, maxAppendSize = 1024 * 1024 } = this.options;
    const { log, faults, traffic, host, port } = this;
    return {
      log,
      faults,
      traffic,
      users,
      maxAppendSize,
      address: { host, port },
      cutConnections: () => this.cutConnections(),
    };
  }

  /** `esdb://localhost:…`, with the credentials that are asked for. */
  connectionString(options: Readonly<Record<string, string>> = {}, credentials = ''): string {
    const { certificate } = this.options;
    const query = new URLSearchParams(certificate ? { tlsCAFile: certificate.caFile } : { tls: 'false' });
    for (const [name, value] of Object.entries(options)) query.set(name, value);
    return `esdb://${credentials}${this.host}:${this.port}?${query.toString()}`;
  }

  /** Every connection breaks; new ones are taken. */
  cutConnections(): void {
    this.server?.drain(`${this.host}:${this.port}`, 0);
  }

  /** Stops in the midst of everything, as a power failure does. */
  kill(): void {
    this.server?.forceShutdown();
    this.server = undefined;
  }
}
