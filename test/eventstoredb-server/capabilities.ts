import type { sendUnaryData, ServerUnaryCall } from '@grpc/grpc-js';
import { randomUUID } from 'node:crypto';
import features from '@eventstore/db-client/generated/serverfeatures_pb.js';
import gossip from '@eventstore/db-client/generated/gossip_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import type { SupportedMethods } from '@eventstore/db-client/generated/serverfeatures_pb.js';
import type { ClusterInfo } from '@eventstore/db-client/generated/gossip_pb.js';
import type { Empty } from '@eventstore/db-client/generated/shared_pb.js';
import { unknown } from './refusals.js';
import type { ServerContext } from './server-context.js';

const service = 'event_store.client.streams.streams';
const methods = ['append', 'batchappend', 'read', 'delete', 'tombstone'];

/** What the server can do: it is how clients find out that it takes batch appends. */
export function supportedMethodsHandler({ faults }: ServerContext) {
  return (_call: ServerUnaryCall<Empty, SupportedMethods>, answer: sendUnaryData<SupportedMethods>): void => {
    if (faults.capabilitiesFail) return answer(unknown('The capabilities are not known.'));
    const supported = new features.SupportedMethods().setEventStoreServerVersion('23.10.0.0');
    for (const method of methods) {
      supported.addMethods(new features.SupportedMethod().setServiceName(service).setMethodName(method));
    }
    answer(null, supported);
  };
}

/** The cluster's members: this server, and where it follows one, its leader. */
export function gossipHandler({ address, faults }: ServerContext) {
  return (_call: ServerUnaryCall<Empty, ClusterInfo>, answer: sendUnaryData<ClusterInfo>): void => {
    const { LEADER, FOLLOWER } = gossip.MemberInfo.VNodeState;
    const cluster = new gossip.ClusterInfo();
    cluster.addMembers(member(address, faults.leader ? FOLLOWER : LEADER));
    if (faults.leader) cluster.addMembers(member(faults.leader, LEADER));
    answer(null, cluster);
  };
}

function member({ host, port }: { host: string; port: number }, state: gossip.MemberInfo.VNodeState) {
  return new gossip.MemberInfo()
    .setInstanceId(new shared.UUID().setString(randomUUID()))
    .setTimeStamp(String(Date.now()))
    .setState(state)
    .setIsAlive(true)
    .setHttpEndPoint(new gossip.EndPoint().setAddress(host).setPort(port));
}
