import { AlarmError } from './alarm.js';
import { raiseAlarm, readNotarised } from './log-state.adapter.js';
import { notarisePage, readPage, type NotarisedPage } from './notarise-page.adapter.js';
import type { NotarisedLog } from './notarised-log.js';
import type { NotaryMeans } from './notary-means.adapter.js';
import { OtherKeyError } from './other-key-error.js';
import type { NotarySigner } from './signer.js';
import { signingDue } from './signing-due.js';

const nothing: NotarisedPage = { advanced: false, atEnd: true, checkpoint: null };

/**
 * Goes on with one municipality's log: takes the next page into the tree, and signs it where that is due. `signNow`
 * signs whatever has grown as soon as the log has no more. Where the log gives cause for an alarm, it is stopped.
 * Throws {@link OtherKeyError} where the log is signed by another key than the notary's.
 */
export async function notariseLog(
  means: NotaryMeans,
  tenant: string,
  signNow = false,
): Promise<NotarisedPage> {
  for (;;) {
    const log = await readNotarised(means.manager, tenant);
    if (log.alarm) return nothing;
    assertOwnKey(log, means.signer);
    try {
      const page = await nextPage(means, log, signNow);
      if (page?.checkpoint) means.cosigning.ask(tenant);
      if (page) return page;
    } catch (error) {
      if (!(error instanceof AlarmError)) throw error;
      // Where somebody else has gone on meanwhile, the page may be one that it has taken.
      if (await raiseAlarm(means.manager, log, error.alarm)) {
        means.log.error(`${tenant}: ${error.message} ${JSON.stringify(error.alarm.facts)}`);
        return nothing;
      }
    }
  }
}

function assertOwnKey({ tenant, verifierKey: signedWith }: NotarisedLog, signer: NotarySigner): void {
  const own = signer.verifierKey(tenant);
  if (signedWith !== null && signedWith !== own) throw new OtherKeyError(tenant, signedWith, own);
}

/** Null where somebody else has gone on with the log since it was read. */
async function nextPage(
  { store, manager, settings, signer, now }: NotaryMeans,
  log: NotarisedLog,
  signNow: boolean,
): Promise<NotarisedPage | null> {
  const work = await readPage(store, log, settings.pageSize);
  const { events, atEnd } = work;
  const signedAt = now();
  const when = signNow && atEnd ? { ...settings, signAfterEvents: 1 } : settings;
  const isDue = (grown: NotarisedLog) => signingDue(grown, signedAt, when);
  if (events.length === 0 && !isDue(log)) return { ...nothing, atEnd };
  return notarisePage(manager, work, { signer, signedAt, isDue });
}
