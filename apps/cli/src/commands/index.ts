import type { CliCommand } from '../cli-command.js';
import { accuracy } from './accuracy.js';
import { bundle } from './bundle.js';
import { copyLogs } from './copy-log.js';
import { demo } from './demo.js';
import { diff } from './diff.js';
import { checkpoint } from './checkpoint.js';
import { erase } from './erase.js';
import { erasures } from './erasures.js';
import { events } from './events.js';
import { explain } from './explain.js';
import { notary } from './notary.js';
import { notaryKey } from './notary-key.js';
import { planHistory } from './plan-history.js';
import { rebuild } from './rebuild.js';
import { receipt } from './receipt.js';
import { replay } from './replay.js';
import { verify } from './verify.js';
import { verifyReadModels } from './verify-read-models.js';
import { witness } from './witness.js';

/** Every command of `paragraf`, in the order in which the help lists them. */
export const commands: readonly CliCommand[] = [
  demo,
  accuracy,
  planHistory,
  replay,
  diff,
  explain,
  events,
  erase,
  erasures,
  rebuild,
  verifyReadModels,
  copyLogs,
  notary,
  checkpoint,
  notaryKey,
  bundle,
  receipt,
  verify,
  witness,
];
