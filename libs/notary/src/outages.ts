interface Outage {
  readonly error: string;
  readonly attempts: number;
  readonly pauseMs: number;
  readonly retryAtMs: number;
}

/** Municipalities with which something failed, and until when they are left alone so that the others go on. */
export class Outages {
  private readonly byTenant = new Map<string, Outage>();

  /** The pauses in milliseconds; the first doubles with every further failure, up to the longest. */
  constructor(
    private readonly firstPauseMs: number,
    private readonly longestPauseMs = 5_000,
  ) {}

  errorOf(tenant: string): string | null {
    return this.byTenant.get(tenant)?.error ?? null;
  }

  /** The last pause; 0 where nothing has failed. */
  pauseMsOf(tenant: string): number {
    return this.byTenant.get(tenant)?.pauseMs ?? 0;
  }

  isPausing(tenant: string, nowMs: number): boolean {
    return (this.byTenant.get(tenant)?.retryAtMs ?? 0) > nowMs;
  }

  /** False where it has failed in this way already, so that it is reported once. */
  met(tenant: string, error: string, nowMs: number): boolean {
    const isNew = this.errorOf(tenant) !== error;
    const attempts = (this.byTenant.get(tenant)?.attempts ?? 0) + 1;
    const pauseMs = Math.min(this.longestPauseMs, this.firstPauseMs * 2 ** (attempts - 1));
    this.byTenant.set(tenant, { error, attempts, pauseMs, retryAtMs: nowMs + pauseMs });
    return isNew;
  }

  over(tenant: string): void {
    this.byTenant.delete(tenant);
  }
}
