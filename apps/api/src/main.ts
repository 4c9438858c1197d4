import 'reflect-metadata';
import { Logger } from 'nestjs-pino';
import { readConfig } from './config.js';
import { startServer } from './server.js';
import { StartupError } from './startup-error.js';

/** How long requests under way may take once the server is told to stop, in milliseconds. */
const patienceMs = 20_000;

const starting = Promise.resolve().then(() => startServer(readConfig()));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => void stop());
}

try {
  const { app, url } = await starting;
  app.get(Logger).log(`Paragraf lyssnar på ${url}. Beskrivning av API:et finns på ${url}/docs.`);
} catch (error) {
  fail('Paragraf startade inte', error);
}

/** Answers what is under way. Whoever asks twice, or too much patience, gets an end at once. */
async function stop(): Promise<void> {
  const giveUp = () => process.exit(1);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, giveUp);
  setTimeout(giveUp, patienceMs).unref();
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
