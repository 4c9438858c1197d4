import { messageOf } from './poison.adapter.js';

/** An outage that hit one read model of one municipality; it passes, so the work is tried again, ever more seldom. */
export interface Trouble {
  readonly error: string;
  readonly attempts: number;
  readonly retryAt: number;
}

const longestPauseMs = 5_000;

/** Who is in trouble, and until when they are left alone so that the others go on. */
export class Troubles {
  private readonly byKey = new Map<string, Trouble>();

  /** The first pause in milliseconds; it doubles with every further failure, up to 5 s. */
  constructor(private readonly firstPauseMs: number) {}

  get(readModel: string, tenant: string): Trouble | undefined {
    return this.byKey.get(`${readModel} ${tenant}`);
  }

  isPausing(readModel: string, tenant: string): boolean {
    return (this.get(readModel, tenant)?.retryAt ?? 0) > Date.now();
  }

  met(readModel: string, tenant: string, error: unknown): Trouble {
    const attempts = (this.get(readModel, tenant)?.attempts ?? 0) + 1;
    const pauseMs = Math.min(longestPauseMs, this.firstPauseMs * 2 ** (attempts - 1));
    const trouble = { error: messageOf(error), attempts, retryAt: Date.now() + pauseMs };
    this.byKey.set(`${readModel} ${tenant}`, trouble);
    return trouble;
  }

  over(readModel: string, tenant: string): void {
    this.byKey.delete(`${readModel} ${tenant}`);
  }
}
