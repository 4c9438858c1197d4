/** A database that answers. */
export interface Database {
  /** Connection string with the password; never to be logged. */
  readonly url: string;
  /** What it is, for people: without secrets. */
  readonly description: string;
  /** Gives it back: the process that started an embedded database stops it. */
  stop(): Promise<void>;
}
