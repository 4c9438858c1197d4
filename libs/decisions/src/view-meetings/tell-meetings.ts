import { unknownEvent, withoutFullStop, wordsItem, type Item, type Teller } from '#libs/kernel';
import type { DecisionsEvent, MeetingKind } from '../contract/index.js';
import { meetings, type MeetingEntry, type MeetingsDoc } from './meetings.js';

/** Says what became of a committee's meetings. */
export const meetingsTeller: Teller<MeetingsDoc, DecisionsEvent> = {
  projection: meetings,
  tell: tellMeeting,
  // A date that stands in no calendar is known by its paragraphs alone, and those are told one by one.
  itemsOf: (doc) => doc.meetings.filter(({ status }) => status !== 'offCalendar').map(meetingItem),
};

function tellMeeting(event: DecisionsEvent): string | null {
  switch (event.type) {
    case 'MeetingScheduled': {
      const { date, kind } = event.data;
      return `Ett ${kindsInSwedish[kind]} sammanträde den ${date} sattes ut`;
    }
    case 'MeetingMoved':
      return `Sammanträdet den ${event.data.from} flyttades till den ${event.data.to}`;
    case 'MeetingCancelled': {
      const { date, reason } = event.data;
      const because = reason === null ? '' : `: ${withoutFullStop(reason)}`;
      return `Sammanträdet den ${date} ställdes in${because}`;
    }
    // What became of the paragraphs is told of each of them.
    case 'DecisionRegistered':
    case 'DecisionCorrected':
    case 'MinutesApproved':
    case 'NoticePublished':
    case 'NoticeRemoved':
      return null;
    default:
      return unknownEvent(event);
  }
}

const kindsInSwedish: Readonly<Record<MeetingKind, string>> = {
  ordinary: 'ordinarie',
  extraordinary: 'extra',
};

function meetingItem(entry: MeetingEntry): Item {
  return wordsItem({ path: 'meetings', label: 'sammanträde' }, entry.date, entry.date, standingOf(entry));
}

function standingOf({ status, kind, place, movedTo, reason }: MeetingEntry): string {
  switch (status) {
    case 'scheduled':
      return [kind === null ? 'utsatt' : kindsInSwedish[kind], ...(place === null ? [] : [place])].join(', ');
    case 'moved':
      return `flyttat till ${movedTo}`;
    case 'cancelled':
      return reason === null ? 'inställt' : `inställt: ${withoutFullStop(reason)}`;
    case 'offCalendar':
      return 'utanför kalendern';
    default:
      return status satisfies never;
  }
}
