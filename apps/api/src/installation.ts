import type { INestApplicationContext, LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.js';
import { openDatabase } from './database/open-database.adapter.js';
import { KeyNotices } from './notary/key-notices.adapter.js';
import type { NotaryRole } from './notary/installation-key.adapter.js';
import type { Config } from './settings.js';

/** Paragraf without its HTTP side: what a command line works on. */
export interface Installation {
  /** Gives `CommandBus`, `QueryBus`, `EventStore`, `ReadModels`, `ProjectionRunner`, `NotaryOffice` and `Proofs`. */
  readonly context: INestApplicationContext;
  close(): Promise<void>;
}

export interface InstallationOptions {
  /** Whether this process keeps the read models up to date meanwhile; false unless told. */
  readonly run?: boolean;
  /** Nothing unless told: then no key is looked for. */
  readonly notary?: NotaryRole;
}

/**
 * Opens the installation that the settings point at: attaches to its database where a server runs on it already, and
 * starts the embedded one otherwise. Where that fails, everything started so far is stopped.
 */
export async function openInstallation(
  config: Config,
  { run = false, notary = 'nothing' }: InstallationOptions = {},
): Promise<Installation> {
  const database = await openDatabase(config, 'attach');
  try {
    const module = AppModule.forRoot({ config, databaseUrl: database.url, run, notary });
    const context = await NestFactory.createApplicationContext(module, {
      abortOnError: false,
      logger: troubleOnly,
    });
    await context.get(KeyNotices).tell();
    const close = async () => {
      try {
        await context.close();
      } finally {
        await database.stop();
      }
    };
    return { context, close };
  } catch (error) {
    await database.stop();
    throw error;
  }
}

/** Standard output is for what the command was asked; only what is wrong is told beside it. */
const tell = (message: unknown) => void process.stderr.write(`${String(message)}\n`);
const troubleOnly: LoggerService = { log: () => undefined, warn: tell, error: tell };
