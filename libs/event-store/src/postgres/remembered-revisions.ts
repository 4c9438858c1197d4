const maxStreams = 10_000;

/**
 * The last revisions of a municipality's streams, as the writer saw them when the log ended at a certain position.
 * They hold for as long as the log still ends there: then nobody else has written.
 */
export class RememberedRevisions {
  private readonly revisions = new Map<string, number>();
  private position = -1;

  /** -1 is remembered too: there is no such stream. */
  get(stream: string): number | undefined {
    return this.revisions.get(stream);
  }

  /** The log ends here. What was remembered from another end is forgotten. */
  arriveAt(position: number): void {
    if (this.position !== position) this.forget();
    this.position = position;
  }

  /** Takes in what was read at the end of the log that was arrived at. */
  remember(revisions: Iterable<readonly [stream: string, revision: number]>): void {
    for (const [stream, revision] of revisions) this.revisions.set(stream, revision);
  }

  /** The writer's own events have moved the log's end. */
  advance(position: number, events: readonly { readonly stream: string; readonly revision: number }[]): void {
    this.position = position;
    for (const { stream, revision } of events) this.revisions.set(stream, revision);
    if (this.revisions.size > maxStreams) this.revisions.clear();
  }

  forget(): void {
    this.revisions.clear();
  }
}
