/** Wakes up whoever waits for something to be appended. */
export class ChangeHints {
  private readonly listeners = new Set<() => void>();
  private closed = false;

  /** Something may have been appended. */
  hint(): void {
    for (const listener of this.listeners) listener();
  }

  /** Lets everybody who waits go. */
  close(): void {
    this.closed = true;
    this.hint();
  }

  /** Yields once at the start, then after hints, and where an interval is given at least that often. */
  async *changes(signal: AbortSignal, intervalMs?: number): AsyncGenerator<void, void, void> {
    let changed = true;
    let wakeUp = (): void => undefined;
    const listener = (): void => {
      changed = true;
      wakeUp();
    };
    this.listeners.add(listener);
    signal.addEventListener('abort', listener);
    const timer = intervalMs === undefined ? undefined : setInterval(listener, intervalMs);
    try {
      while (!signal.aborted && !this.closed) {
        if (!changed) await new Promise<void>((resolve) => (wakeUp = resolve));
        if (signal.aborted || this.closed) return;
        changed = false;
        yield;
      }
    } finally {
      clearInterval(timer);
      signal.removeEventListener('abort', listener);
      this.listeners.delete(listener);
    }
  }
}
