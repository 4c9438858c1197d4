import 'reflect-metadata';
import { parseNotaryKey, Notary, NotarySigner } from '#libs/notary';
import { openNotaryDatabase } from '#libs/notary/testing';
import { PostgresEventStore } from '#libs/event-store';

/** A notary that writes and signs as often as it can, so that a kill finds it at work. */
const [url = '', key = ''] = process.argv.slice(2);
const privateKey = parseNotaryKey(key);
if (!privateKey) throw new Error('The key is none.');

const notary = new Notary({
  dataSource: await openNotaryDatabase(url),
  store: new PostgresEventStore({ connection: url }),
  signer: new NotarySigner('notarie.example', privateKey),
  settings: { pageSize: 5, signAfterEvents: 3, idleMs: 5, outagePauseMs: 1 },
});
notary.start();
