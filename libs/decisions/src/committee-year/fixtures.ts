import type { Basis, PlainDate } from '#libs/kernel';
import type {
  DecisionCorrected,
  DecisionRegistered,
  DecisionsEvent,
  MeetingCancelled,
  MeetingMoved,
  MeetingScheduled,
  MinutesApproved,
  NoticePublished,
  NoticeRemoved,
} from '../contract/index.js';

const report = (effectiveOn: PlainDate): Basis => ({ kind: 'report', effectiveOn });
const paragraph46 = { date: '2023-09-19', paragraph: 46 };

export function meetingScheduled(date: PlainDate): MeetingScheduled {
  return {
    type: 'MeetingScheduled',
    data: { date, kind: 'ordinary', place: 'Rådhuset' },
    basis: report(`${date.slice(0, 4)}-01-01`),
  };
}

export const meetingMoved: MeetingMoved = {
  type: 'MeetingMoved',
  data: { from: '2023-04-18', to: '2023-04-21' },
  basis: report('2023-04-03'),
};

export const meetingCancelled: MeetingCancelled = {
  type: 'MeetingCancelled',
  data: { date: '2023-11-28', reason: 'Inga ärenden' },
  basis: report('2023-11-20'),
};

/** A paragraph with nothing but its subject, as a register of citations holds it. */
export function decisionRegistered(date: PlainDate, paragraph: number, subject: string): DecisionRegistered {
  return {
    type: 'DecisionRegistered',
    data: {
      date,
      paragraph,
      subject,
      text: null,
      registryNumber: null,
      outcome: null,
      dissents: [],
      relates: [],
    },
    basis: { kind: 'decision', citation: `SN ${date}, § ${paragraph}`, effectiveOn: date },
  };
}

const bare = decisionRegistered('2023-09-19', 46, 'Delårsbokslut, prognos');

export const interimAccountsDecided: DecisionRegistered = {
  ...bare,
  data: {
    ...bare.data,
    text: 'Socialnämnden godkänner delårsbokslutet och prognosen.',
    registryNumber: 'SN 2023/0187',
    outcome: 'Bifall till förvaltningens förslag',
    dissents: [{ by: 'Oppositionen', text: 'Prognosen borde ha redovisats per kontogrupp.' }],
    relates: [{ context: 'follow-up', action: 'takesNote', subject: 'Prognos 6 för 2023' }],
  },
};

export const interimAccountsCorrected: DecisionCorrected = {
  type: 'DecisionCorrected',
  data: {
    ...paragraph46,
    changes: { text: 'Socialnämnden godkänner delårsbokslutet och lägger prognosen till handlingarna.' },
    reason: 'Skrivfel vid registreringen',
  },
  basis: bare.basis,
};

export const minutesApproved: MinutesApproved = {
  type: 'MinutesApproved',
  data: paragraph46,
  basis: report('2023-09-26'),
};
export const noticePublished: NoticePublished = {
  type: 'NoticePublished',
  data: paragraph46,
  basis: report('2023-09-27'),
};
export const noticeRemoved: NoticeRemoved = {
  type: 'NoticeRemoved',
  data: paragraph46,
  basis: report('2023-10-19'),
};

/** One of every type, as it is stored; in this order they make a history. */
export const committeeYearSamples: readonly DecisionsEvent[] = [
  meetingScheduled('2023-09-19'),
  meetingMoved,
  meetingCancelled,
  interimAccountsDecided,
  interimAccountsCorrected,
  minutesApproved,
  noticePublished,
  noticeRemoved,
];
