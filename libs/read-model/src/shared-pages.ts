import type { EventStore, LogPage, Position } from '#libs/event-store';

/** Lets the read models that stand at the same position of a municipality's log share one reading of it. */
export class SharedPages {
  private readonly pages = new Map<Position | null, Promise<LogPage>>();

  constructor(
    private readonly store: EventStore,
    private readonly tenant: string,
    private readonly limit: number,
  ) {}

  after(position: Position | null): Promise<LogPage> {
    let page = this.pages.get(position);
    if (!page) {
      page = this.store.readLog(this.tenant, { after: position ?? undefined, limit: this.limit });
      this.pages.set(position, page);
    }
    return page;
  }
}
