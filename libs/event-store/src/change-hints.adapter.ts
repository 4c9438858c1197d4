/** Wakes up whoever waits for something to be appended. */
export class ChangeHints {
  private readonly listeners = new Set<() => void>();
  private readonly closing = new AbortController();

  /** Something may have been appended. */
  hint(): void {
    for (const listener of this.listeners) listener();
  }

  /** Lets everybody who waits go. */
  close(): void {
    this.closing.abort();
  }

  /** Yields once at the start, then after hints, and where an interval is given at least that often. */
  async *changes(signal: AbortSignal, intervalMs?: number): AsyncGenerator<void, void, void> {
    const end = AbortSignal.any([signal, this.closing.signal]);
    let changed = true;
    let wakeUp = (): void => undefined;
    const listener = (): void => {
      changed = true;
      wakeUp();
    };
    const timer = intervalMs === undefined ? undefined : setInterval(listener, intervalMs);
    // Not left to the one who iterates: whoever stops may never ask for the next change.
    const forget = (): void => {
      clearInterval(timer);
      this.listeners.delete(listener);
      wakeUp();
    };
    this.listeners.add(listener);
    end.addEventListener('abort', forget);
    try {
      while (!end.aborted) {
        if (!changed) await new Promise<void>((resolve) => (wakeUp = resolve));
        if (end.aborted) break;
        changed = false;
        yield;
      }
    } finally {
      end.removeEventListener('abort', forget);
      forget();
    }
  }
}
