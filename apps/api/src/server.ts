import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from './create-app.js';
import { openDatabase } from './database/open-database.adapter.js';
import { KeyNotices } from './notary/key-notices.adapter.js';
import { LogNotices } from './persistence/log-notices.adapter.js';
import type { Config } from './settings.js';
import { StartupError } from './startup-error.js';

export interface RunningServer {
  /** Where it is reached, without a slash at the end. */
  readonly url: string;
  readonly app: NestFastifyApplication;
  /** Answers what is under way, then stops everything that was started. */
  stop(): Promise<void>;
}

/** Starts the server. Where that fails, everything started so far is stopped before the error is thrown. */
export async function startServer(config: Config): Promise<RunningServer> {
  const database = await openDatabase(config, 'refuse');
  let app: NestFastifyApplication | undefined;
  const stop = async () => {
    try {
      await app?.close();
    } finally {
      await database.stop();
    }
  };
  try {
    app = await createApp({ config, databaseUrl: database.url });
    const url = await listen(app, config);
    await app.get(LogNotices).tell();
    await app.get(KeyNotices).tell();
    return { url, app, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function listen(app: NestFastifyApplication, { host, port }: Config): Promise<string> {
  try {
    await app.listen(port, host);
  } catch (error) {
    throw cannotListen(error as NodeJS.ErrnoException, host, port);
  }
  return app.getUrl();
}

function cannotListen(error: NodeJS.ErrnoException, host: string, port: number): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new StartupError(
        `Port ${port} på ${host} är upptagen. Stoppa det som använder den eller ange en annan i PORT.`,
      );
    case 'EACCES':
      return new StartupError(
        `Port ${port} får inte användas av den här användaren. Ange en över 1023 i PORT.`,
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new StartupError(`${host} är ingen adress på den här datorn. Ändra HOST.`);
    default:
      return error;
  }
}
