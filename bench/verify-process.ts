import { createReadStream } from 'node:fs';
import { ProjectionsFold } from '../apps/cli/src/fold/projections-fold.js';
import { followUpProjections } from '#libs/follow-up';
import { verifyBundle } from '#libs/proof';

// A process of its own, so that its peak memory is that of the verification and nothing else.
const [file = '', verifierKey = '', how = ''] = process.argv.slice(2);
const fold = how === 'fold' ? new ProjectionsFold(followUpProjections) : undefined;
const cpu = process.cpuUsage();
const start = performance.now();
const { failure, checked, readModels } = await verifyBundle(
  createReadStream(file, { highWaterMark: 256 * 1_024 }),
  { verifierKey, fold },
);
const seconds = (performance.now() - start) / 1_000;
const { user, system } = process.cpuUsage(cpu);
fold?.close();
if (failure) throw new Error(`${failure.code} ${JSON.stringify(failure.facts)}`);
if (fold && readModels.some(({ verdict }) => verdict !== 'equal')) throw new Error('Not all was compared.');
// CPU times are in microseconds, maxRSS in KiB.
const cpuSeconds = (user + system) / 1_000_000;
const peakMiB = process.resourceUsage().maxRSS / 1_024;
process.stdout.write(`${JSON.stringify({ events: checked.events, seconds, cpuSeconds, peakMiB })}\n`);
