import { promisify } from 'node:util';
import {
  credentials,
  Server,
  ServerCredentials,
  type Metadata,
  type sendUnaryData,
  type ServerDuplexStream,
  type ServerReadableStream,
  type ServerUnaryCall,
  type ServerWritableStream,
  type ServiceError,
} from '@grpc/grpc-js';
import anyPb from 'google-protobuf/google/protobuf/any_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import statusPb from '@eventstore/db-client/generated/status_pb.js';
import streams from '@eventstore/db-client/generated/streams_grpc_pb.js';
import messages from '@eventstore/db-client/generated/streams_pb.js';
import type {
  AppendReq,
  AppendResp,
  BatchAppendReq,
  BatchAppendResp,
  DeleteReq,
  DeleteResp,
  ReadReq,
  ReadResp,
} from '@eventstore/db-client/generated/streams_pb.js';
import usersGrpc from '@eventstore/db-client/generated/users_grpc_pb.js';
import { selfSignedCertificate } from '../eventstoredb-server/certificates.js';
import { streamName } from '../eventstoredb-server/messages.js';
import { accessDenied, unauthenticated } from '../eventstoredb-server/refusals.js';
import { EventStoreDbTestServer } from '../eventstoredb-server/server.js';
import { mayDo, type User } from './access-control.js';
import { userService } from './user-service.js';

function refusedAppend(request: BatchAppendReq): BatchAppendResp {
  const details = new anyPb.Any();
  details.pack(new shared.AccessDenied().serializeBinary(), 'event_store.client.AccessDenied');
  return new messages.BatchAppendResp()
    .setCorrelationId(request.getCorrelationId())
    .setError(new statusPb.Status().setDetails(details));
}

/** The test server behind TLS, with users, and with access control lists that hold. */
export class GuardedServer {
  readonly users = new Map<string, User>([
    ['admin', { password: 'kept secret', groups: ['$admins'], disabled: false }],
  ]);
  /** False: whoever has logged in may do everything. */
  holdsToLists = true;
  /** False: nobody may write any more. */
  mayWrite = true;
  private readonly guard = new Server();
  private readonly upstream: InstanceType<typeof streams.StreamsClient>;

  private constructor(readonly server: EventStoreDbTestServer) {
    this.upstream = new streams.StreamsClient(`${server.host}:${server.port}`, credentials.createInsecure());
  }

  /** Where it is, with the certificate to trust and without a user. */
  url = '';

  static async start(): Promise<GuardedServer> {
    const guarded = new GuardedServer(await EventStoreDbTestServer.start());
    const { cert, key, caFile } = await selfSignedCertificate();
    const pair = { cert_chain: Buffer.from(cert), private_key: Buffer.from(key) };
    guarded.serve();
    const bind = promisify(guarded.guard.bindAsync.bind(guarded.guard));
    const port = await bind('localhost:0', ServerCredentials.createSsl(null, [pair]));
    guarded.url = `esdb://localhost:${port}?tlsCAFile=${caFile}`;
    return guarded;
  }

  stop(): void {
    this.guard.forceShutdown();
    this.upstream.close();
    this.server.kill();
  }

  private serve(): void {
    this.guard.addService(usersGrpc.UsersService, userService(this.users, this.objectionToAdministering));
    this.guard.addService(streams.StreamsService, {
      append: (call: ServerReadableStream<AppendReq, AppendResp>, answer: sendUnaryData<AppendResp>) =>
        void this.append(call, answer),
      batchAppend: (call: ServerDuplexStream<BatchAppendReq, BatchAppendResp>) => this.batchAppend(call),
      read: (call: ServerWritableStream<ReadReq, ReadResp>) => this.read(call),
      delete: (call: ServerUnaryCall<DeleteReq, DeleteResp>, answer: sendUnaryData<DeleteResp>) => {
        const stream = streamName(call.request.getOptions()!.getStreamIdentifier());
        const objection = this.objectionTo(call.metadata, '$d', stream);
        if (objection) answer(objection);
        else this.upstream.delete(call.request, (error, response) => answer(error, response));
      },
    });
  }

  private async append(
    call: ServerReadableStream<AppendReq, AppendResp>,
    answer: sendUnaryData<AppendResp>,
  ): Promise<void> {
    const requests: AppendReq[] = await call.toArray();
    const stream = streamName(requests[0]?.getOptions()?.getStreamIdentifier());
    const objection = this.objectionTo(call.metadata, '$w', stream);
    if (objection) return answer(objection);
    const forwarded = this.upstream.append((error, response) => answer(error, response));
    for (const request of requests) forwarded.write(request);
    forwarded.end();
  }

  /** Each append is judged by itself; the call goes on. */
  private batchAppend(call: ServerDuplexStream<BatchAppendReq, BatchAppendResp>): void {
    const forwarded = this.upstream.batchAppend();
    call.on('data', (request: BatchAppendReq) => {
      const stream = streamName(request.getOptions()?.getStreamIdentifier());
      const objection = request.hasOptions() && this.objectionTo(call.metadata, '$w', stream);
      if (objection) call.write(refusedAppend(request));
      else forwarded.write(request);
    });
    forwarded.on('data', (response: BatchAppendResp) => call.write(response));
    forwarded.on('error', (error) => call.emit('error', error));
    call.on('end', () => forwarded.end()).on('cancelled', () => forwarded.cancel());
  }

  private read(call: ServerWritableStream<ReadReq, ReadResp>): void {
    const stream = call.request.getOptions()!.getStream();
    const name = stream ? streamName(stream.getStreamIdentifier()) : '$all';
    const objection = this.objectionTo(call.metadata, '$r', name);
    if (objection) return void call.emit('error', objection);
    const forwarded = this.upstream.read(call.request);
    forwarded.on('data', (response: ReadResp) => call.write(response));
    forwarded.on('end', () => call.end());
    forwarded.on('error', (error) => call.emit('error', error));
    call.on('cancelled', () => forwarded.cancel());
  }

  private objectionTo(
    metadata: Metadata,
    action: '$r' | '$w' | '$d',
    stream: string,
  ): ServiceError | undefined {
    const login = this.login(metadata);
    if (!login) return unauthenticated();
    if (action === '$w' && !this.mayWrite) return accessDenied();
    if (!this.holdsToLists) return undefined;
    return mayDo(this.server.log, login.name, login.user, action, stream) ? undefined : accessDenied();
  }

  private readonly objectionToAdministering = (metadata: Metadata): ServiceError | undefined => {
    const login = this.login(metadata);
    if (!login) return unauthenticated();
    return login.user.groups.includes('$admins') ? undefined : accessDenied();
  };

  private login(metadata: Metadata): { readonly name: string; readonly user: User } | null {
    const [authorization = ''] = metadata.get('authorization').map(String);
    const login = Buffer.from(authorization.replace(/^Basic /, ''), 'base64').toString('utf8');
    const name = login.slice(0, login.indexOf(':'));
    const user = this.users.get(name);
    return user && !user.disabled && login === `${name}:${user.password}` ? { name, user } : null;
  }
}
