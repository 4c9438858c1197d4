interface Outage {
  readonly error: string;
  readonly attempts: number;
  readonly retryAtMs: number;
}

const longestPauseMs = 5_000;

/** Municipalities whose logs could not be notarised, and until when they are left alone so that the others go on. */
export class Outages {
  private readonly byTenant = new Map<string, Outage>();

  /** The first pause in milliseconds; it doubles with every further failure, up to 5 s. */
  constructor(private readonly firstPauseMs: number) {}

  errorOf(tenant: string): string | null {
    return this.byTenant.get(tenant)?.error ?? null;
  }

  isPausing(tenant: string, nowMs: number): boolean {
    return (this.byTenant.get(tenant)?.retryAtMs ?? 0) > nowMs;
  }

  /** False where it has failed in this way already, so that it is reported once. */
  met(tenant: string, error: string, nowMs: number): boolean {
    const isNew = this.errorOf(tenant) !== error;
    const attempts = (this.byTenant.get(tenant)?.attempts ?? 0) + 1;
    const pauseMs = Math.min(longestPauseMs, this.firstPauseMs * 2 ** (attempts - 1));
    this.byTenant.set(tenant, { error, attempts, retryAtMs: nowMs + pauseMs });
    return isNew;
  }

  over(tenant: string): void {
    this.byTenant.delete(tenant);
  }
}
