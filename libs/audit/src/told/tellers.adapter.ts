import type { AnyTeller, StreamSelector } from '#libs/kernel';

/** What the application's contexts can tell of their events. The class is also the injection token. */
export class Tellers {
  constructor(
    readonly all: readonly AnyTeller[],
    /** Told of every question which streams its answer is made of. */
    readonly onQuestion: (tenant: string, sources: readonly StreamSelector[]) => void = () => undefined,
  ) {}
}
