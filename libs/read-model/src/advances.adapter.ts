import { EventEmitter } from 'node:events';

/** Tells those who wait within the process that a read model has advanced for a municipality. */
export class Advances {
  private readonly emitter = new EventEmitter().setMaxListeners(0);
  private readonly counts = new Map<string, number>();

  announce(readModel: string, tenant: string): void {
    const key = `${readModel} ${tenant}`;
    this.counts.set(key, this.count(readModel, tenant) + 1);
    this.emitter.emit(key);
  }

  /** How many times it has advanced. Ask before looking, and give it to `beyond`: then no advance goes unnoticed. */
  count(readModel: string, tenant: string): number {
    return this.counts.get(`${readModel} ${tenant}`) ?? 0;
  }

  /** Resolves once it has advanced more than `count` times, or when the time (in milliseconds) is up. */
  async beyond(count: number, readModel: string, tenant: string, withinMs: number): Promise<void> {
    if (this.count(readModel, tenant) > count) return;
    const key = `${readModel} ${tenant}`;
    await new Promise<void>((resolve) => {
      const done = () => {
        clearTimeout(timer);
        this.emitter.off(key, done);
        resolve();
      };
      const timer = setTimeout(done, withinMs);
      this.emitter.on(key, done);
    });
  }
}
