import type { PlainDate, Rejection, Warning } from '#libs/kernel';
import type { NamedEvent } from '#libs/event-store';

interface OfEvent {
  readonly eventId: string;
}

/** Where an event stands, the stream by its whole name. */
type PlacedEvent = OfEvent & Omit<NamedEvent, 'id'>;

/** Why events were not erased. */
export type ErasureRejection =
  | Rejection<'erased-events-unknown', { readonly eventIds: readonly string[] }>
  | Rejection<
      'event-already-erased',
      OfEvent & { readonly citation: string | null; readonly effectiveOn: PlainDate }
    >
  | Rejection<'erasing-decision-kept', OfEvent>
  /** Other streams build on it. */
  | Rejection<'event-kept', PlacedEvent>
  /** The event registers the paragraph that the erasure rests on. */
  | Rejection<'erasure-of-its-own-ground', OfEvent & { readonly citation: string }>
  /** The first event that would have nothing to build on, or that a view could no longer take in. */
  | Rejection<'erasure-breaks-history', PlacedEvent & { readonly readModel: string | null }>;

/** What is erased all the same, and told to whoever erases it. */
export type ErasureWarning =
  | Warning<'many-events-erased', { readonly events: number }>
  /** A paragraph leaves the register while so many other events (1,000 at most are counted) rest on it. */
  | Warning<'cited-paragraph-erased', { readonly citation: string; readonly citedBy: number }>;
