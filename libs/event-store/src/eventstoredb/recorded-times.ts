import type { Instant } from '#libs/kernel';

/** When the last event of every municipality was recorded, as far as this process has heard. */
export class RecordedTimes {
  private readonly latest = new Map<string, Instant>();

  note(tenant: string, recordedAt: Instant): void {
    const known = this.latest.get(tenant);
    if (known === undefined || recordedAt > known) this.latest.set(tenant, recordedAt);
  }

  of(tenant: string): Instant | undefined {
    return this.latest.get(tenant);
  }
}
