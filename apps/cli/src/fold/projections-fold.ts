import { storedEvent } from '#libs/event-store';
import type { FoldCheck, FoldVerdict, DocumentDigest, LoggedEvent, ReadModelHead } from '#libs/proof';
import { untyped, type AnyProjection } from '#libs/read-model';
import { DocShelf } from './doc-shelf.js';
import { ReadModelFold } from './read-model-fold.js';

/**
 * Folds the events of a bundle with the projections of this version of Paragraf, each as far as the read model had
 * come, and compares what comes out with what was served. Holds few documents in memory, whatever the log's length.
 */
export class ProjectionsFold implements FoldCheck {
  private readonly shelf = new DocShelf();
  private readonly folds = new Map<string, ReadModelFold>();
  private readonly byContext = new Map<string, ReadModelFold[]>();

  constructor(private readonly projections: readonly AnyProjection[]) {}

  begin(readModels: readonly ReadModelHead[]): void {
    for (const head of readModels) {
      const projection = this.projections.find(({ name }) => name === head.name);
      if (projection?.version !== head.version) continue;
      const fold = new ReadModelFold(head, untyped(projection), this.shelf);
      this.folds.set(head.name, fold);
      for (const context of projection.contexts) {
        this.byContext.set(context, [...(this.byContext.get(context) ?? []), fold]);
      }
    }
  }

  take(events: readonly LoggedEvent[]): void {
    for (const { place, envelope, content, texts } of events) {
      const folds = content === null ? [] : this.byContext.get(contextOf(envelope.stream));
      if (!folds?.length) continue;
      const event = storedEvent(envelope, content, String(place));
      for (const fold of folds) fold.take(event, place, texts.content?.length ?? 0);
    }
  }

  async compare(
    { name }: ReadModelHead,
    stored: AsyncIterable<readonly DocumentDigest[]>,
  ): Promise<FoldVerdict> {
    const fold = this.folds.get(name);
    return fold ? fold.compare(stored) : { verdict: 'not-comparable', reason: 'other-version' };
  }

  /** Lets go of the temporary file. */
  close(): void {
    this.shelf.close();
  }
}

/** `alingsas:budget-SN.2025` is of the context `budget`. */
function contextOf(stream: string): string {
  return stream.slice(stream.indexOf(':') + 1).split(/[-.]/, 1)[0] ?? '';
}
