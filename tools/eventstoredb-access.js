import { setTimeout as pause } from 'node:timers/promises';
import {
  AccessDeniedError,
  BACKWARDS,
  END,
  EventStoreDBClient,
  jsonEvent,
  StreamNotFoundError,
} from '@eventstore/db-client';
import { status } from '@grpc/grpc-js';
import usersGrpc from '@eventstore/db-client/generated/users_grpc_pb.js';
import users from '@eventstore/db-client/generated/users_pb.js';

// Prepares an EventStoreDB or KurrentDB for Paragraf, as often as it is run: a user of its own that may read and add
// events and nothing else. Nobody but administrators may delete streams or set their metadata, by which the server is
// told to forget events ($maxAge, $maxCount, $tb) or to let others in. What it has set it then tries as that user.

const usage = `node tools/eventstoredb-access.js [--wait SECONDS]

EVENTSTORE_ADMIN_URL       the server, as esdb://host:2113?tlsCAFile=ca.crt, without a user
EVENTSTORE_ADMIN_PASSWORD  of the user admin
EVENTSTORE_USER            the user to make, paragraf unless told
EVENTSTORE_PASSWORD        the password that this user gets`;

const admins = '$admins';

/** What streams allow that say nothing themselves. Administrators may always do everything. */
function defaultAccess(user) {
  const onlyAdmins = { $r: admins, $w: admins, $d: admins, $mr: admins, $mw: admins };
  return {
    $userStreamAcl: { ...onlyAdmins, $r: [admins, user], $w: [admins, user] },
    $systemStreamAcl: onlyAdmins,
  };
}

async function setDefaultAccess({ client, admin, user }) {
  const wanted = defaultAccess(user);
  if (isSame(await lastData(client, '$settings', admin), wanted)) return 'as it should be';
  const event = jsonEvent({ type: 'update-default-acl', data: wanted });
  await client.appendToStream('$settings', [event], { credentials: admin });
  return 'set';
}

/** Reading the whole log is an administrator's right unless $all itself says otherwise. */
async function allowReadingTheLog({ client, admin, user }) {
  const metadata = (await lastData(client, '$$$all', admin)) ?? {};
  const wanted = { ...metadata, $acl: { ...metadata.$acl, $r: [admins, user] } };
  if (isSame(metadata, wanted)) return 'as it should be';
  const event = jsonEvent({ type: '$metadata', data: wanted });
  await client.appendToStream('$$$all', [event], { credentials: admin });
  return 'set';
}

/** No groups: every right of the user is one that is named here. */
async function ensureUser(context) {
  const { user, password } = context;
  const present = await userDetails(context);
  if (!present) {
    const options = new users.CreateReq.Options();
    options.setLoginName(user).setFullName('Paragraf').setPassword(password).setGroupsList([]);
    await asAdmin(context, 'create', new users.CreateReq().setOptions(options));
    return 'made';
  }
  const update = new users.UpdateReq.Options().setLoginName(user).setFullName('Paragraf').setGroupsList([]);
  await asAdmin(context, 'update', new users.UpdateReq().setOptions(update));
  const reset = new users.ResetPasswordReq.Options().setLoginName(user).setNewPassword(password);
  await asAdmin(context, 'resetPassword', new users.ResetPasswordReq().setOptions(reset));
  const enable = new users.EnableReq.Options().setLoginName(user);
  if (present.getDisabled()) await asAdmin(context, 'enable', new users.EnableReq().setOptions(enable));
  return 'there already; its password is the one given';
}

/** Undefined where there is no such user. */
async function userDetails({ client, admin, user }) {
  const request = new users.DetailsReq().setOptions(new users.DetailsReq.Options().setLoginName(user));
  const args = client.callArguments({ credentials: admin, requiresLeader: true });
  const ask = (stub) => onlyAnswerOf(stub.details(request, ...args));
  try {
    return (await client.execute(usersGrpc.UsersClient, 'details', ask))?.getUserDetails();
  } catch (error) {
    if (exceptionOf(error) === 'user-not-found') return undefined;
    throw error;
  }
}

function asAdmin({ client, admin }, method, request) {
  const args = client.callArguments({ credentials: admin, requiresLeader: true });
  const call = (stub) =>
    new Promise((resolve, reject) => {
      stub[method](request, ...args, (error, answer) => (error ? reject(error) : resolve(answer)));
    });
  return client.execute(usersGrpc.UsersClient, method, call);
}

/** Tries as the user what it must be able to do, and what it must not. */
async function prove({ client, user, password }) {
  const credentials = { username: user, password };
  await onlyAnswerOf(client.readAll({ direction: BACKWARDS, fromPosition: END, maxCount: 1, credentials }));
  const isAllowed = await client.setStreamMetadata('access-probe', {}, { credentials }).then(
    () => true,
    (error) => {
      if (error instanceof AccessDeniedError) return false;
      throw error;
    },
  );
  if (isAllowed) throw new Error(`${user} may set metadata: the server does not hold to its ACLs.`);
  return 'reads the log, and is refused the metadata of streams';
}

const steps = {
  'access to streams': setDefaultAccess,
  'reading the log': allowReadingTheLog,
  'the user': ensureUser,
  'tried as the user': prove,
};

async function prepare(context) {
  for (const [name, step] of Object.entries(steps)) console.log(`${name}: ${await step(context)}`);
}

/** A server that has just started is not its cluster's leader yet, and does not know its own administrator. */
const passing = [
  status.UNAVAILABLE,
  status.UNAUTHENTICATED,
  status.CANCELLED,
  status.DEADLINE_EXCEEDED,
  status.ABORTED,
];

async function prepareInTime(open, waitMs) {
  for (const deadline = Date.now() + waitMs; ; await pause(1_000)) {
    const context = open();
    try {
      return await prepare(context);
    } catch (error) {
      const mayPass = passing.includes(error.code) || exceptionOf(error) === 'not-leader';
      if (!mayPass || Date.now() >= deadline) throw error;
    } finally {
      await context.client.dispose();
    }
  }
}

/** The server's own word for what is wrong; the client's errors carry it as their type. */
function exceptionOf(error) {
  return error.type ?? error.metadata?.get('exception')[0]?.toString();
}

async function lastData(client, stream, credentials) {
  const read = { direction: BACKWARDS, fromRevision: END, maxCount: 1, credentials };
  try {
    return (await onlyAnswerOf(client.readStream(stream, read)))?.event?.data;
  } catch (error) {
    if (error instanceof StreamNotFoundError) return undefined;
    throw error;
  }
}

/** Of a call that answers once at most; read to its end, which closes it. */
async function onlyAnswerOf(call) {
  let answer;
  for await (const message of call) answer = message;
  return answer;
}

/** Compared as JSON, key by key in whatever order. */
function isSame(one, other) {
  const sorted = (_, value) =>
    value && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value;
  return JSON.stringify(one, sorted) === JSON.stringify(other, sorted);
}

function settingsOf({ env, argv }) {
  const { EVENTSTORE_ADMIN_URL: url, EVENTSTORE_ADMIN_PASSWORD, EVENTSTORE_PASSWORD, EVENTSTORE_USER } = env;
  const [flag, seconds = '0', ...rest] = argv.slice(2);
  const isUsable =
    (flag === undefined || flag === '--wait') && rest.length === 0 && /^\d{1,4}$/.test(seconds);
  if (!url || !EVENTSTORE_ADMIN_PASSWORD || !EVENTSTORE_PASSWORD || !isUsable) return null;
  return {
    url: url.replace(/^(?:kurrentdb|kurrent)(\+discover)?:/, 'esdb$1:'),
    admin: { username: 'admin', password: EVENTSTORE_ADMIN_PASSWORD },
    user: EVENTSTORE_USER || 'paragraf',
    password: EVENTSTORE_PASSWORD,
    waitMs: Number(seconds) * 1_000,
  };
}

const settings = settingsOf(process);
if (settings) {
  const { url, admin, user, password, waitMs } = settings;
  const open = () => ({ client: EventStoreDBClient.connectionString(url), admin, user, password });
  await prepareInTime(open, waitMs).catch((error) => {
    console.error(`The server could not be prepared: ${error.message}`);
    process.exitCode = 1;
  });
} else {
  console.error(usage);
  process.exitCode = 2;
}
