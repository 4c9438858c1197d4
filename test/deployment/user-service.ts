import {
  Metadata,
  status,
  type sendUnaryData,
  type ServerUnaryCall,
  type ServerWritableStream,
  type ServiceError,
  type UntypedServiceImplementation,
} from '@grpc/grpc-js';
import users from '@eventstore/db-client/generated/users_pb.js';
import type {
  CreateReq,
  DetailsReq,
  DetailsResp,
  EnableReq,
  ResetPasswordReq,
  UpdateReq,
} from '@eventstore/db-client/generated/users_pb.js';
import type { User } from './access-control.js';

type Users = Map<string, User>;
type Objection = (metadata: Metadata) => ServiceError | undefined;

/** Makes and changes users for whoever there is no objection to, as the server's own service does. */
export function userService(known: Users, objectionTo: Objection): UntypedServiceImplementation {
  const change =
    <Request, Answer>(answer: Answer, apply: (request: Request) => ServiceError | undefined) =>
    ({ metadata, request }: ServerUnaryCall<Request, Answer>, done: sendUnaryData<Answer>): void => {
      const objection = objectionTo(metadata) ?? apply(request);
      done(objection ?? null, objection ? null : answer);
    };
  const alter = (name: string, changes: Partial<User>): ServiceError | undefined => {
    const user = known.get(name);
    if (!user) return notFound(name);
    known.set(name, { ...user, ...changes });
    return undefined;
  };
  return {
    create: change(new users.CreateResp(), (request: CreateReq) => {
      const options = request.getOptions()!;
      if (known.has(options.getLoginName())) return conflict(options.getLoginName());
      const [password, groups] = [options.getPassword(), options.getGroupsList()];
      known.set(options.getLoginName(), { password, groups, disabled: false });
      return undefined;
    }),
    update: change(new users.UpdateResp(), (request: UpdateReq) => {
      const options = request.getOptions()!;
      return alter(options.getLoginName(), { groups: options.getGroupsList() });
    }),
    resetPassword: change(new users.ResetPasswordResp(), (request: ResetPasswordReq) => {
      const options = request.getOptions()!;
      return alter(options.getLoginName(), { password: options.getNewPassword() });
    }),
    enable: change(new users.EnableResp(), (request: EnableReq) =>
      alter(request.getOptions()!.getLoginName(), { disabled: false }),
    ),
    details(call: ServerWritableStream<DetailsReq, DetailsResp>): void {
      const name = call.request.getOptions()!.getLoginName();
      const user = known.get(name);
      const objection = objectionTo(call.metadata) ?? (user ? undefined : notFound(name));
      if (objection || !user) return void call.emit('error', objection);
      const details = new users.DetailsResp.UserDetails()
        .setLoginName(name)
        .setGroupsList([...user.groups])
        .setDisabled(user.disabled);
      call.write(new users.DetailsResp().setUserDetails(details));
      call.end();
    },
  };
}

const notFound = (name: string) => refusal(status.NOT_FOUND, 'user-not-found', name);
const conflict = (name: string) => refusal(status.FAILED_PRECONDITION, 'user-conflict', name);

function refusal(code: status, exception: string, name: string): ServiceError {
  const metadata = new Metadata();
  metadata.set('exception', exception);
  metadata.set('login-name', name);
  return Object.assign(new Error(exception), { code, details: exception, metadata });
}
