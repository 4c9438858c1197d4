/** What identifies an event, and its place in the log. */
export interface LoggedEvent {
  readonly id: string;
  readonly position: string;
}

interface LogPage {
  readonly items: readonly { readonly record: LoggedEvent }[];
  readonly next: string;
  readonly atEnd: boolean;
}

/** The whole log of the municipality, as an auditor reads it. */
export async function readLog(url: string): Promise<readonly LoggedEvent[]> {
  const events: LoggedEvent[] = [];
  let after = '';
  for (let atEnd = false; !atEnd;) {
    const response = await fetch(`${url}/api/v1/alingsas/events?limit=1000${after}`);
    const page = (await response.json()) as LogPage;
    events.push(...page.items.map(({ record }) => record));
    after = `&after=${encodeURIComponent(page.next)}`;
    atEnd = page.atEnd;
  }
  return events;
}
