import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export interface BenchEventStoreDb {
  readonly connectionString: string;
  stop(): Promise<void>;
}

/**
 * The server of the tests, which speaks EventStoreDB's protocol and keeps its log in memory. It runs from its sources, so
 * that nothing of the tests is compiled into what is shipped.
 */
export async function startEventStoreDb(): Promise<BenchEventStoreDb> {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const flags = ['--conditions=source', '--import', './tools/run-source.js'];
  const server = spawn(process.execPath, [...flags, 'test/eventstoredb-server/main.ts'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(server, 'close');
  const [connectionString] = (await once(createInterface(server.stdout), 'line')) as [string];
  const stop = async () => {
    server.kill();
    await ended;
  };
  return { connectionString, stop };
}
