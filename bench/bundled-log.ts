import { openDataSource } from '#apps/api';
import { PostgresEventStore } from '#libs/event-store';
import { followUpProjections } from '#libs/follow-up';
import { Notary, NotarySigner, parseNotaryKey } from '#libs/notary';
import { ProjectionRunner } from '#libs/read-model';
import { benchTenant } from './follow-up-log.js';

/** A log with its read models and its notary, as a bundle is taken of it. */
export async function openBundled(url: string, privateKey: string) {
  const dataSource = await openDataSource(url, followUpProjections);
  const store = new PostgresEventStore({ connection: url });
  const runner = new ProjectionRunner({ projections: followUpProjections, store, dataSource });
  const key = parseNotaryKey(privateKey);
  if (!key) throw new Error('The key is none.');
  const signer = new NotarySigner('bench.example', key);
  const notary = new Notary({ dataSource, store, signer });
  return {
    dataSource,
    store,
    runner,
    notary,
    verifierKey: signer.verifierKey(benchTenant),
    close: async () => {
      await notary.stop();
      await runner.stop();
      await store.close();
      await dataSource.destroy();
    },
  };
}
