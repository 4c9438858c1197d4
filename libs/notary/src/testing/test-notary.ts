import { generateKeyPairSync } from 'node:crypto';
import type { EventStore } from '#libs/event-store';
import { parseVerifierKey } from '#libs/proof';
import type { DataSource } from 'typeorm';
import type { NotaryOptions } from '../notary-means.adapter.js';
import { Notary } from '../notary.adapter.js';
import { NotarySigner } from '../signer.js';

export const testSigner = new NotarySigner('notarie.example', generateKeyPairSync('ed25519').privateKey);

export const verifierKeyOf = (tenant: string) => parseVerifierKey(testSigner.verifierKey(tenant));

/** A notary, and what it reported, in order. */
export interface TestNotary {
  readonly notary: Notary;
  readonly reports: readonly string[];
}

/** A notary that pauses hardly at all, so that specs are quick. */
export function testNotary(
  dataSource: DataSource,
  store: EventStore,
  { settings, ...options }: Partial<NotaryOptions> = {},
): TestNotary {
  const reports: string[] = [];
  const report = (message: string) => void reports.push(message);
  const notary = new Notary({
    dataSource,
    store,
    signer: testSigner,
    log: { warn: report, error: report },
    settings: { idleMs: 10, outagePauseMs: 1, cosignerPauseMs: 1, ...settings },
    ...options,
  });
  return { notary, reports };
}

/** Resolves when the condition holds; a spec in which it never does runs into its time limit. */
export async function until(condition: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 2));
}
