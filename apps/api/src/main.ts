import 'reflect-metadata';
import { Logger } from 'nestjs-pino';
import { readConfig } from './config.js';
import { startServer } from './server.js';
import { StartupError } from './startup-error.js';

/** How long requests under way may take once the server is told to stop, in milliseconds. */
const patienceMs = 20_000;

/** npm passes on the signal that the terminal has sent already: within this time a second one is the same. */
const echoMs = 2_000;

const starting = Promise.resolve().then(() => startServer(readConfig()));
let stoppingSince: number | undefined;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);

try {
  const { app, url } = await starting;
  app.get(Logger).log(`Paragraf lyssnar på ${url}. Beskrivning av API:et finns på ${url}/docs.`);
} catch (error) {
  fail('Paragraf startade inte', error);
}

/** Whoever asks again, or waits too long, gets an end at once. */
function onSignal(): void {
  if (stoppingSince === undefined) {
    stoppingSince = Date.now();
    setTimeout(() => process.exit(1), patienceMs).unref();
    void stop();
  } else if (Date.now() - stoppingSince > echoMs) {
    process.exit(1);
  }
}

/** Answers what is under way, then ends. */
async function stop(): Promise<void> {
  try {
    await (await starting).stop();
    process.exit(0);
  } catch (error) {
    fail('Paragraf stoppades inte som det skulle', error);
  }
}

/** One sentence where it is known what to do about it, otherwise everything. */
function fail(what: string, error: unknown): void {
  const isKnown = error instanceof StartupError;
  const why = isKnown ? error.message : error instanceof Error ? error.stack : String(error);
  process.stderr.write(`${what}: ${why}\n`);
  process.exit(1);
}
