import {
  parseStreamId,
  parseStreamName,
  unknownEvent,
  type DocSelection,
  type PlainDate,
  type Projection,
  type Recorded,
  type StreamSelector,
} from '#libs/kernel';
import {
  decisionsContext,
  decisionsStreamName,
  type DecisionsEvent,
  type MeetingKind,
} from '../contract/index.js';

/** A date on which the committee meets, met, or was to meet. */
export interface MeetingEntry {
  readonly date: PlainDate;
  /** `offCalendar`: paragraphs are registered for the date though no meeting was scheduled. */
  readonly status: 'scheduled' | 'moved' | 'cancelled' | 'offCalendar';
  readonly kind: MeetingKind | null;
  readonly place: string | null;
  readonly movedFrom: PlainDate | null;
  readonly movedTo: PlainDate | null;
  /** Why it was called off. */
  readonly reason: string | null;
  /** The registered paragraphs, in order. */
  readonly paragraphs: readonly number[];
}

export interface MeetingsDoc {
  readonly committee: string;
  readonly year: number;
  /** In order of dates. */
  readonly meetings: readonly MeetingEntry[];
  /** Of the stream of the committee's year. */
  readonly revision: number;
}

/** A committee's meetings of a year: a document each, by the name of its stream. */
export const meetings: Projection<MeetingsDoc, DecisionsEvent> = {
  name: 'meetings',
  version: 1,
  contexts: [decisionsContext],
  keysOf: (event) => [parseStreamId(event.record.stream).name],
  initial: (key) => ({ ...committeeYear(key), meetings: [], revision: -1 }),
  evolve: (doc, event) => ({
    ...doc,
    meetings: evolve(doc.meetings, event),
    revision: event.record.revision,
  }),
  index: ({ committee, year }) => ({ committee, year, sortKey: String(year) }),
  sources,
};

function committeeYear(key: string): { committee: string; year: number } {
  const { committee, key: year } = parseStreamName(key);
  return { committee: committee ?? '', year: Number(year) };
}

function evolve(entries: readonly MeetingEntry[], event: Recorded<DecisionsEvent>): readonly MeetingEntry[] {
  switch (event.type) {
    case 'MeetingScheduled': {
      const { date, kind, place } = event.data;
      return withEntry(entries, date, { status: 'scheduled', kind, place, movedTo: null, reason: null });
    }
    case 'MeetingMoved': {
      const { from, to } = event.data;
      const { kind, place } = entryOf(entries, from);
      const left = withEntry(entries, from, { status: 'moved', movedTo: to });
      return withEntry(left, to, {
        status: 'scheduled',
        kind,
        place,
        movedFrom: from,
        movedTo: null,
        reason: null,
      });
    }
    case 'MeetingCancelled':
      return withEntry(entries, event.data.date, { status: 'cancelled', reason: event.data.reason });
    case 'DecisionRegistered': {
      const { date, paragraph } = event.data;
      const paragraphs = [...entryOf(entries, date).paragraphs, paragraph].toSorted((a, b) => a - b);
      return withEntry(entries, date, { paragraphs });
    }
    case 'DecisionCorrected':
    case 'MinutesApproved':
    case 'NoticePublished':
    case 'NoticeRemoved':
      return entries;
    default:
      return unknownEvent(event);
  }
}

function entryOf(entries: readonly MeetingEntry[], date: PlainDate): MeetingEntry {
  return entries.find((entry) => entry.date === date) ?? { ...emptyEntry, date };
}

const emptyEntry: Omit<MeetingEntry, 'date'> = {
  status: 'offCalendar',
  kind: null,
  place: null,
  movedFrom: null,
  movedTo: null,
  reason: null,
  paragraphs: [],
};

function withEntry(
  entries: readonly MeetingEntry[],
  date: PlainDate,
  change: Partial<MeetingEntry>,
): readonly MeetingEntry[] {
  const entry = { ...entryOf(entries, date), ...change };
  return [...entries.filter((other) => other.date !== date), entry].toSorted((a, b) =>
    a.date < b.date ? -1 : 1,
  );
}

function sources({ key, committee, year }: DocSelection): readonly StreamSelector[] {
  if (key !== undefined) return [{ stream: key }];
  if (committee === undefined) return [{ prefix: `${decisionsContext}-` }];
  return [
    year === undefined
      ? { prefix: `${decisionsContext}-${committee}.` }
      : { stream: decisionsStreamName(committee, year) },
  ];
}
