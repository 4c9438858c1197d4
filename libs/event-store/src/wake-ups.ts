/** Wakes whoever waits for changes. A wake-up while nobody waits is kept for whoever comes next. */
export class WakeUps {
  private readonly waiting = new Set<() => void>();

  wake(): void {
    for (const wakeOne of this.waiting) wakeOne();
  }

  /** Yields at once, then after each wake-up and at least every `pollMs`, until the signal is aborted. */
  async *follow(signal: AbortSignal, pollMs: number): AsyncGenerator<void, void, void> {
    let pending = true;
    let resume: () => void = () => undefined;
    const wakeOne = () => {
      pending = true;
      resume();
    };
    this.waiting.add(wakeOne);
    signal.addEventListener('abort', wakeOne);
    try {
      while (!signal.aborted) {
        if (pending) {
          pending = false;
          yield;
          continue;
        }
        const { promise, resolve } = Promise.withResolvers<void>();
        resume = resolve;
        const poll = setTimeout(wakeOne, pollMs);
        await promise;
        clearTimeout(poll);
      }
    } finally {
      this.waiting.delete(wakeOne);
      signal.removeEventListener('abort', wakeOne);
    }
  }
}
