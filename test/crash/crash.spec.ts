import { setTimeout } from 'node:timers/promises';
import fc from 'fast-check';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { runSourceToEnd, startServerProcess, type ServerProcess } from '../support/paragraf-process.js';
import { send, type Acknowledged } from './client.js';
import { clerks, prepare } from './office.js';
import { readLog } from './log.js';

/** Kills of the server under load. */
const rounds = 20;

describe('a server that is killed under load', () => {
  let database: TestDatabase;
  let server: ServerProcess | undefined;

  beforeAll(async () => {
    database = await freshDatabase();
  });

  afterAll(async () => {
    await server?.kill();
    await database.drop();
  });

  const restart = async () => {
    server = await startServerProcess({ DATABASE_URL: database.url });
    return server;
  };

  /** When to kill, in commands sent and milliseconds after that. A failing run is repeated with its seed. */
  const seed = Number(process.env['CRASH_SEED'] ?? Date.now() % 1_000_000);
  const moments = fc.sample(
    fc.record({ sent: fc.integer({ min: 1, max: 60 }), afterMs: fc.integer({ min: 0, max: 12 }) }),
    {
      seed,
      numRuns: rounds,
    },
  );

  it(`loses nothing, doubles nothing and shows what the log says (CRASH_SEED=${seed})`, async () => {
    const office = clerks();
    let running = await restart();
    const prepared = await prepare(running.url);
    for (const { sent, afterMs } of moments) {
      let sentSoFar = 0;
      const enough = Promise.withResolvers<void>();
      const onSent = () => {
        sentSoFar += 1;
        if (sentSoFar >= sent) enough.resolve();
      };
      const { url } = running;
      const working = Promise.all(office.map((clerk) => clerk.work(url, () => false, onSent)));
      await enough.promise;
      await setTimeout(afterMs);
      await running.kill();
      await working;
      running = await restart();
    }
    // Whoever got no answer asks once more, so that in the end every command is acknowledged.
    await Promise.all(
      office.map((clerk) =>
        clerk.work(
          running.url,
          () => true,
          () => undefined,
        ),
      ),
    );

    const acknowledged = office.flatMap((clerk) => [...clerk.acknowledged]);
    const answers = [...prepared, ...acknowledged.map(([, answer]) => answer)];
    expect(answers.filter(({ status }) => status >= 300)).toEqual([]);
    const log = await readLog(running.url);
    const acknowledgedIds = answers.flatMap(({ body }) => body.eventIds);
    expect(log.map(({ id }) => id).toSorted()).toEqual(acknowledgedIds.toSorted());
    expect(log.map(({ position }) => Number(position))).toEqual(log.map((_, n) => n + 1));

    const retried = await Promise.all(acknowledged.map(([command]) => send(running.url, command)));
    expect(retried.map(answered)).toEqual(acknowledged.map(([, answer]) => answered(answer)));
    expect(await readLog(running.url)).toHaveLength(log.length);

    await running.stop();
    const verification = await runSourceToEnd('apps/cli/src/main.ts', ['verify-read-models'], {
      DATABASE_URL: database.url,
    });
    expect(verification).toMatchObject({ code: 0 });
  }, 240_000);
});

/** What a client gets to know; the status of a first forecast's retry is that of the first answer. */
function answered(answer: Acknowledged | null): unknown {
  return answer?.body;
}
