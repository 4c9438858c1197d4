import { PostgresEventStore } from '#libs/event-store';
import { HttpWitness } from '#libs/notary';
import {
  fill,
  newTenant,
  openNotaryDatabase,
  testNotary,
  verifierKeyOf,
  type TestNotary,
} from '#libs/notary/testing';
import { cosignedAt, openCheckpoint, type VerifierKey } from '#libs/proof';
import { runWitness, type Refused, type RunningWitness } from '#libs/witness';
import { newFolder, removeFolders } from '#libs/witness/testing';
import type { DataSource } from 'typeorm';
import type { TestDatabase } from './database.js';

/** What runs on a database: the log, and notaries. */
export interface Installation {
  readonly database: TestDatabase;
  readonly store: PostgresEventStore;
  readonly dataSource: DataSource;
  readonly desks: TestNotary[];
}

/** Of the test that is running: each has a municipality of its own, and what it has opened is closed after it. */
export let tenant: string;
const installations = new Set<Installation>();
const witnesses = new Set<RunningWitness>();

beforeEach(() => {
  tenant = newTenant();
});

afterEach(async () => {
  for (const installation of installations) {
    await close(installation);
    await installation.database.drop();
  }
  for (const witness of witnesses) await leave(witness);
});

afterAll(removeFolders);

export async function open(database: TestDatabase): Promise<Installation> {
  const dataSource = await openNotaryDatabase(database.url);
  const store = new PostgresEventStore({ connection: database.url });
  const installation = { database, dataSource, store, desks: [] };
  installations.add(installation);
  return installation;
}

export async function close(installation: Installation): Promise<void> {
  installations.delete(installation);
  for (const { notary } of installation.desks) await notary.stop();
  await installation.store.close();
  await installation.dataSource.destroy();
}

/** A witness that knows the log. The same folder and port make it the one that was there before. */
export async function openWitness(name: string, { dir, port = 0 }: { dir?: string; port?: number } = {}) {
  const folder = dir ?? (await newFolder());
  /** What it found to speak against the log. */
  const refused: Refused[] = [];
  const running = await runWitness({
    dir: folder,
    name,
    logs: [verifierKeyOf(tenant)],
    address: { host: '127.0.0.1', port },
    onContradiction: (_, contradiction) => void refused.push(contradiction),
    onError: (error) => {
      throw error;
    },
  });
  witnesses.add(running);
  return { ...running, dir: folder, refused, running };
}

export async function leave(running: RunningWitness): Promise<void> {
  witnesses.delete(running);
  await running.stop();
}

export const asked = ({ verifierKey: key, url }: RunningWitness) => new HttpWitness({ key, url });
export const nameOf = ({ verifierKey: { name, id } }: RunningWitness) => `${name}+${id}`;

export function notaryOn({ dataSource, store, desks }: Installation, ...cosigners: readonly HttpWitness[]) {
  const desk = testNotary(dataSource, store, {
    cosigners,
    settings: { pageSize: 100, signAfterEvents: 100 },
  });
  desks.push(desk);
  return desk;
}

export const record = ({ store }: Installation, count: number) => fill(store, tenant, count);

/** When the witness signed the checkpoint of that size; null where it has not. */
export async function signedBy(
  { dataSource }: Installation,
  size: number,
  key: VerifierKey,
): Promise<number | null> {
  const [row] = await dataSource.query<{ note: string }[]>(
    'SELECT note FROM notary.checkpoint WHERE tenant_id = $1 AND size = $2',
    [tenant, size],
  );
  return cosignedAt(openCheckpoint(row?.note ?? '', verifierKeyOf(tenant)).note, key);
}

export async function state({ dataSource }: Installation) {
  const [row] = await dataSource.query<{ alarm: unknown; size: string }[]>(
    'SELECT alarm, signed_size AS size FROM notary.log WHERE tenant_id = $1',
    [tenant],
  );
  return { alarm: row?.alarm ?? null, signedSize: Number(row?.size) };
}
