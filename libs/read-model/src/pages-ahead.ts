import type { EventStore, LogPage, Position } from '#libs/event-store';

/** The log from a position to its end, page by page; the next page is read while one is being handled. */
export async function* pagesAhead(
  store: EventStore,
  tenant: string,
  after: Position | null,
  limit: number,
): AsyncGenerator<LogPage, void, void> {
  const read = (from: Position | null) => store.readLog(tenant, { after: from ?? undefined, limit });
  for (let coming: Promise<LogPage> | null = read(after); coming;) {
    const page: LogPage = await coming;
    coming = page.atEnd ? null : read(page.next);
    // Whoever stops early does not wait for it, so its failure must not be left without a listener.
    coming?.catch(() => undefined);
    yield page;
  }
}
