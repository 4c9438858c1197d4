import type { EventStore, Position, SealedPage } from '#libs/event-store';
import type { EventTexts } from '#libs/proof';

const pageSize = 1_000;

/** The log as it is proved, page by page; the next page is read while one is being written. */
export async function* sealedPages(
  store: EventStore,
  tenant: string,
): AsyncGenerator<readonly EventTexts[], void, void> {
  const read = (after?: Position) => store.readSealed(tenant, { after, limit: pageSize });
  for (let coming: Promise<SealedPage> | null = read(); coming;) {
    const page: SealedPage = await coming;
    coming = page.atEnd ? null : read(page.next ?? undefined);
    // Whoever stops early does not wait for it, so its failure must not be left without a listener.
    coming?.catch(() => undefined);
    yield page.events;
  }
}
