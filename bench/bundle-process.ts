import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { takeBundle } from '#libs/audit';
import { Proofs } from '#libs/notary';
import { openBundled } from './bundled-log.js';
import { benchTenant } from './follow-up-log.js';

// A process of its own, so that its peak memory is that of writing a bundle and nothing else.
const [url = '', privateKey = '', file = ''] = process.argv.slice(2);
const { store, runner, notary, dataSource, close } = await openBundled(url, privateKey);
const start = performance.now();
const taken = await takeBundle({ store, runner, proofs: new Proofs(dataSource, store), notary }, benchTenant);
if (!taken || !('answer' in taken)) throw new Error('There is no bundle.');
await pipeline(Readable.from(taken.answer.bytes, { objectMode: false }), createWriteStream(file));
const seconds = (performance.now() - start) / 1_000;
await close();
// maxRSS is in KiB.
const peakMiB = process.resourceUsage().maxRSS / 1_024;
process.stdout.write(`${JSON.stringify({ events: taken.answer.size, seconds, peakMiB })}\n`);
