import type { CommandOutcome } from '#libs/command';

export type RecordedOutcome = Extract<CommandOutcome, { readonly outcome: 'recorded' }>;

/** The parameters of a route's path, decoded. Those that nearly every route has are named. */
export interface PathParameters {
  readonly municipality: string;
  readonly committee: string;
  readonly year: string;
  readonly [name: string]: string;
}

export interface RecordsOptions<Body = object> {
  /** 201 where something new can be found at the location, 200 where something there has changed. */
  readonly status: 200 | 201;
  /** Where the status is 201 and the same path also takes changes: whether this one was a change, answered with 200. */
  isChange?(outcome: RecordedOutcome): boolean;
  /** Path of what was made or changed, not percent-encoded. `body` is as it was sent, and was found valid. */
  location(
    path: PathParameters,
    recorded: { readonly body: Body; readonly outcome: RecordedOutcome },
  ): string;
}
