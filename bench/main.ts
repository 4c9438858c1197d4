import { benchAppend } from './append.js';
import { benchAsOf } from './as-of.js';
import { benchEventStoreDb } from './eventstoredb.js';
import { FilledLogs } from './filled-logs.js';
import { benchHttp } from './http.js';
import { benchNotary } from './notary.js';
import { startPostgres } from './postgres.js';
import { benchRebuild } from './rebuild.js';
import { benchSealing } from './sealing/sealing.js';
import { benchVerify } from './verify.js';

/** `npm run bench` runs all of them, `npm run bench -- append rebuild` those that are named. */
const named = process.argv.slice(2);
const postgres = await startPostgres();
const logs = new FilledLogs(postgres);
const benches = {
  append: () => benchAppend(postgres),
  sealing: () => benchSealing(postgres),
  eventstoredb: () => benchEventStoreDb(),
  rebuild: () => benchRebuild(logs),
  'as-of': () => benchAsOf(logs),
  notary: () => benchNotary(logs),
  verify: () => benchVerify(new FilledLogs(postgres, 'verified')),
  http: () => benchHttp(postgres),
};
try {
  for (const [name, bench] of Object.entries(benches)) {
    if (named.length === 0 || named.includes(name)) await bench();
  }
} finally {
  await postgres.stop();
}
