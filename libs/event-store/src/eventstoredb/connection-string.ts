/** Where the server is and how it is spoken to, as the connection string says. */
export interface ConnectionSettings {
  /** One server; several of a cluster; or, where `discover` is set, one name that stands for all of them. */
  readonly hosts: readonly Host[];
  readonly discover: boolean;
  /** False only for a server that runs without certificates; nobody can log in there. */
  readonly tls: boolean;
  readonly credentials: Credentials | undefined;
  /** Paths of PEM files. */
  readonly tlsCAFile: string | undefined;
  readonly userCertFile: string | undefined;
  readonly userKeyFile: string | undefined;
  readonly connectionName: string | undefined;
  /** What the client takes as it stands, by the client's own names. */
  readonly numbers: Readonly<Partial<Record<NumberOption, number>>>;
}

export interface Host {
  readonly address: string;
  readonly port: number;
}

export interface Credentials {
  readonly username: string;
  readonly password: string;
}

/** Milliseconds, but `gossipTimeout` seconds and `maxDiscoverAttempts` a count. */
export type NumberOption = (typeof numberOptions)[number];

const numberOptions = [
  'maxDiscoverAttempts',
  'discoveryInterval',
  'gossipTimeout',
  'keepAliveInterval',
  'keepAliveTimeout',
  'defaultDeadline',
] as const;
const textOptions = ['tlsCAFile', 'userCertFile', 'userKeyFile', 'connectionName'] as const;
const fixedOptions = ['tls', 'tlsVerifyCert', 'nodePreference', 'throwOnAppendFailure'] as const;

/** Why a connection string cannot be used. Never repeats the string, for it holds a password. */
export class ConnectionStringError extends Error {
  constructor(message: string) {
    super(`The connection string of the event store ${message}`);
    this.name = 'ConnectionStringError';
  }
}

const shape =
  /^(?:esdb|kurrentdb|kurrent)(\+discover)?:\/\/(?:([^:@/?]*):([^@/?]*)@)?([^@/?]+)\/?(?:\?([^@]*))?$/;

/**
 * `esdb://user:password@host:2113?tlsCAFile=ca.pem`, also `esdb+discover://` and the newer scheme `kurrentdb`. User,
 * password and values are percent-encoded. Throws {@link ConnectionStringError}, also for what would be ignored or
 * would weaken the log's promises.
 */
export function parseConnectionString(text: string): ConnectionSettings {
  const match = shape.exec(text.trim());
  if (!match) throw new ConnectionStringError('is not like esdb://user:password@host:port?option=value.');
  const [, discover, username, password, hosts = '', query = ''] = match;
  const options = parseOptions(query);
  const tls = options.get('tls') !== 'false';
  if (username !== undefined && !tls) {
    throw new ConnectionStringError(
      'has a password and tls=false, where no password is ever sent: remove one of them.',
    );
  }
  const credentials =
    username === undefined ? undefined : { username: decoded(username), password: decoded(password ?? '') };
  const { userCertFile, userKeyFile, ...texts } = textsOf(options);
  if ((userCertFile === undefined) !== (userKeyFile === undefined)) {
    throw new ConnectionStringError('needs userCertFile and userKeyFile together.');
  }
  return {
    hosts: hosts.split(',').map(parseHost),
    discover: discover !== undefined,
    tls,
    credentials,
    userCertFile,
    userKeyFile,
    ...texts,
    numbers: numbersOf(options),
  };
}

function parseHost(text: string): Host {
  const [address = '', port = '2113', ...rest] = text.trim().split(':');
  if (address === '' || rest.length > 0 || !/^\d{1,5}$/.test(port)) {
    throw new ConnectionStringError('names a host that is not of the form host:port.');
  }
  return { address, port: Number(port) };
}

/** By the client's own spelling; the connection string's may differ in case. */
function parseOptions(query: string): ReadonlyMap<string, string> {
  const known = [...numberOptions, ...textOptions, ...fixedOptions];
  const options = new Map<string, string>();
  for (const part of query.split('&').filter((text) => text !== '')) {
    const [key = '', value = ''] = part.split('=', 2);
    const name = known.find((option) => option.toLowerCase() === key.toLowerCase());
    if (!name) throw new ConnectionStringError(`has the option "${key}", which is not known.`);
    options.set(name, decoded(value));
  }
  assertFixed(options, 'tls', ['true', 'false'], 'true or false');
  assertFixed(options, 'tlsVerifyCert', ['true'], 'true; name the certificate to trust by tlsCAFile');
  assertFixed(
    options,
    'nodePreference',
    ['leader'],
    'leader, for others may lag behind what was just recorded',
  );
  assertFixed(options, 'throwOnAppendFailure', ['true'], 'true');
  return options;
}

function assertFixed(
  options: ReadonlyMap<string, string>,
  name: (typeof fixedOptions)[number],
  allowed: readonly string[],
  hint: string,
): void {
  const value = options.get(name);
  if (value !== undefined && !allowed.includes(value.toLowerCase())) {
    throw new ConnectionStringError(`has a ${name} that is not ${hint}.`);
  }
}

function textsOf(
  options: ReadonlyMap<string, string>,
): Record<(typeof textOptions)[number], string | undefined> {
  const [tlsCAFile, userCertFile, userKeyFile, connectionName] = textOptions.map((name) => options.get(name));
  return { tlsCAFile, userCertFile, userKeyFile, connectionName };
}

function numbersOf(options: ReadonlyMap<string, string>): ConnectionSettings['numbers'] {
  const numbers: Partial<Record<NumberOption, number>> = {};
  for (const name of numberOptions) {
    const value = options.get(name);
    if (value === undefined) continue;
    if (!/^\d{1,9}$/.test(value)) throw new ConnectionStringError(`has a ${name} that is no whole number.`);
    numbers[name] = Number(value);
  }
  return numbers;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new ConnectionStringError('has a part that is not percent-encoded as it should be.');
  }
}
