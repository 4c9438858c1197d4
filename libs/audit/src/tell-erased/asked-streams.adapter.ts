import { AsyncLocalStorage } from 'node:async_hooks';
import type { StreamSelector } from '#libs/kernel';

/** A municipality's streams that something was asked of. */
export interface Asked {
  readonly tenant: string;
  readonly sources: readonly StreamSelector[];
}

/** Remembers, while a request is answered, which streams its answer is made of. */
export class AskedStreams {
  private readonly current = new AsyncLocalStorage<Asked[]>();

  /** For the read models: they are told whose request it is by where it is called from. */
  readonly note = (tenant: string, sources: readonly StreamSelector[]): void => {
    this.current.getStore()?.push({ tenant, sources });
  };

  /** Does the task, whose questions are added to those given. */
  during<Result>(asked: Asked[], task: () => Result): Result {
    return this.current.run(asked, task);
  }
}
