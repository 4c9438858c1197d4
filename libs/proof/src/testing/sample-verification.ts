import { envelopeText, type Envelope } from '../envelope.js';
import type { BundleParts } from '../bundle/bundle-archive.js';
import { verifyBundle, type VerifyOptions } from '../verify/verify-bundle.js';
import type { Verification } from '../verify/verification.js';
import { bundleBytes, pieces, SampleLog, sampleVerifierKey, type SampleReadModel } from './bundles.js';

export const digest = 'd'.repeat(64);
export const readModels: readonly SampleReadModel[] = [
  {
    name: 'budgets',
    documents: [
      { key: 'SN.2024', digest },
      { key: 'SN.2025', digest },
    ],
  },
  { name: 'decisions', documents: [] },
];

/** Six events in three streams; the second one is erased by a decision. */
export function sampleLog(): SampleLog {
  const log = new SampleLog();
  log.record({ stream: 'decisions-SN.2025', type: 'DecisionRegistered', decision: 'SN 2025-03-18, § 21' });
  log.record({ data: { amountOre: 100_000 } });
  log.record({ data: { amountOre: -200_000, comment: 'Köp av vård' } });
  log.decideToErase([2]);
  log.erase(2);
  log.record({ data: { amountOre: 300_000 } });
  log.record({ stream: 'decisions-SN.2025', type: 'DecisionRegistered', decision: 'SN 2025-04-22, § 33' });
  return log;
}

export async function verified(
  parts: BundleParts,
  options: Partial<VerifyOptions> = {},
): Promise<Verification> {
  return verifyBundle(pieces(await bundleBytes(parts)), { verifierKey: sampleVerifierKey, ...options });
}

/** Exchanges parts of an envelope, without regard to what hangs on it. */
export function reseal(log: SampleLog, place: number, change: Partial<Envelope>): void {
  const envelope = JSON.parse(log.events[place - 1]!.envelope) as Envelope;
  log.change(place, { envelope: envelopeText({ ...envelope, ...change }) });
}
