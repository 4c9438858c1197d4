import type { DecisionsRejection, DecisionsWarning } from '#libs/decisions';
import type { ProblemTable, WarningTable } from '#libs/http';
import type { CommitteeRejection } from '#libs/organisation/contract';

/** Refusals about meetings and paragraphs; those about the committee itself are told by the organisation's table. */
export type DecisionsOwnRejection = Exclude<DecisionsRejection, CommitteeRejection>;

type MeetingCode = Extract<DecisionsOwnRejection['code'], `meeting-${string}` | 'scheduled-after-meeting'>;
type FormalityCode = Extract<
  DecisionsOwnRejection['code'],
  `minutes-${string}` | `notice-${string}` | 'approved-before-meeting' | 'dated-in-the-future'
>;
type Table<Code extends string> = ProblemTable<Extract<DecisionsOwnRejection, { code: Code }>>;

const meetingProblems: Table<MeetingCode> = {
  'meeting-already-scheduled': {
    status: 409,
    title: 'Sammanträdet finns redan i kalendern',
    detail: ({ date }) => `Nämnden har redan ett sammanträde ${date} i sin kalender.`,
  },
  'meeting-unknown': {
    status: 404,
    title: 'Sammanträdet finns inte i kalendern',
    detail: ({ date, calendar }) =>
      calendar.length === 0
        ? `Årets kalender är tom, så ${date} finns inte i den.`
        : `${date} finns inte i kalendern. Årets sammanträden är ${calendar.join(', ')}.`,
  },
  'meeting-has-decisions': {
    status: 409,
    title: 'Sammanträdet har fattat beslut',
    detail: ({ date, paragraphs }) =>
      `Sammanträdet ${date} har registrerade beslut (§ ${paragraphs.join(', ')}) och kan därför varken flyttas eller ställas in.`,
  },
  'meeting-outside-year': {
    status: 422,
    title: 'Sammanträdet flyttas till ett annat år',
    detail: ({ from, to }) =>
      `Paragrafer numreras per år, så ett sammanträde ${from} kan inte flyttas till ${to}. Ställ in det, och lägg upp ett nytt.`,
  },
  'meeting-changed-before-scheduled': {
    status: 422,
    title: 'Ändringen gäller före sammanträdet lades upp',
    detail: ({ date, effectiveOn, scheduledOn }) =>
      `Sammanträdet ${date} finns i kalendern från ${scheduledOn} och kan inte ändras redan ${effectiveOn}.`,
  },
  'scheduled-after-meeting': {
    status: 422,
    title: 'Sammanträdet läggs upp efter att det hållits',
    detail: ({ date, effectiveOn }) =>
      `Ett sammanträde ${date} kan inte stå i kalendern först från ${effectiveOn}. Ange senast sammanträdesdagen.`,
  },
};

const paragraphProblems: Table<Exclude<DecisionsOwnRejection['code'], MeetingCode | FormalityCode>> = {
  'citation-not-registered': {
    status: 422,
    title: 'Paragrafen är inte registrerad',
    detail: ({ citation, registeredAs, wayOut }) =>
      `${citation} är inte registrerad${registeredAs === null ? '' : `, men ${registeredAs} är det`}. Registrera beslutet först (POST ${wayOut}), eller registrera uppgiften utan paragraf med ett skäl, där det går.`,
  },
  'decision-in-the-future': {
    status: 422,
    title: 'Sammanträdet har inte hållits',
    detail: ({ citation, today }) =>
      `${citation} ligger efter dagens datum, ${today}. Ett beslut registreras tidigast den dag det fattas.`,
  },
  'paragraph-taken': {
    status: 409,
    title: 'Paragrafen finns redan',
    detail: ({ citation, registeredAs }) =>
      citation === registeredAs
        ? `${registeredAs} är redan registrerad. Är texten fel, så rätta den.`
        : `Numret i ${citation} är upptaget av ${registeredAs}. Ett nummer används en gång per nämnd och år.`,
  },
  'paragraph-out-of-order': {
    status: 409,
    title: 'Paragrafen passar inte in i nummerföljden',
    detail: ({ citation, before, after }) =>
      `Nummer stiger med sammanträdesdatum, och ${citation} ${between(before, after)}. Kontrollera nummer och datum.`,
  },
  'decision-unknown': {
    status: 404,
    title: 'Beslutet är inte registrerat',
    detail: ({ citation, registeredAs }) =>
      `${citation} är inte registrerad${registeredAs === null ? '. Registrera beslutet först.' : `, men ${registeredAs} är det.`}`,
  },
  'correction-changes-nothing': {
    status: 409,
    title: 'Rättelsen ändrar ingenting',
    detail: ({ citation }) => `Det som står i rättelsen är redan registrerat för ${citation}.`,
  },
  'correction-before-decision': {
    status: 422,
    title: 'Rättelsen gäller före beslutet',
    detail: ({ citation, effectiveOn, decidedOn }) =>
      `${citation} fattades ${decidedOn} och kan inte rättas redan från ${effectiveOn}.`,
  },
};

function between(before: string | null, after: string | null): string {
  if (before === null) return `skulle stå före ${after}`;
  return after === null ? `skulle stå efter ${before}` : `skulle stå mellan ${before} och ${after}`;
}

const formalityProblems: Table<FormalityCode> = {
  'dated-in-the-future': {
    status: 422,
    title: 'Dagen har inte varit',
    detail: ({ citation, date, today }) =>
      `${date} ligger efter dagens datum, ${today}. Registrera det för ${citation} när det har skett.`,
  },
  'minutes-already-approved': {
    status: 409,
    title: 'Protokollet är redan justerat',
    detail: ({ citation, approvedOn }) => `${citation} justerades ${approvedOn}.`,
  },
  'approved-before-meeting': {
    status: 422,
    title: 'Justeringen ligger före sammanträdet',
    detail: ({ citation, approvedOn }) => `${citation} kan inte ha justerats redan ${approvedOn}.`,
  },
  'minutes-not-approved': {
    status: 409,
    title: 'Protokollet är inte justerat',
    detail: ({ citation }) => `${citation} är inte justerad. Registrera justeringen före anslaget.`,
  },
  'notice-before-approval': {
    status: 422,
    title: 'Anslaget ligger före justeringen',
    detail: ({ citation, publishedOn, approvedOn }) =>
      `${citation} justerades ${approvedOn} och kan inte ha anslagits redan ${publishedOn}.`,
  },
  'notice-already-published': {
    status: 409,
    title: 'Anslaget finns redan',
    detail: ({ citation, publishedOn, removedOn }) =>
      removedOn === null
        ? `${citation} är anslagen sedan ${publishedOn}. Har anslaget tagits ned, så ange samma publishedOn och dagen det togs ned.`
        : `${citation} var anslagen ${publishedOn}–${removedOn}. Ett nytt anslag behövs bara om det togs ned för tidigt, och läggs då ut efter det.`,
  },
  'notice-removed-before-published': {
    status: 422,
    title: 'Anslaget tas ned före det satts upp',
    detail: ({ citation, publishedOn, removedOn }) =>
      `${citation} kan inte ha anslagits ${publishedOn} och tagits ned redan ${removedOn}.`,
  },
};

export const decisionsProblems: ProblemTable<DecisionsOwnRejection> = {
  ...meetingProblems,
  ...paragraphProblems,
  ...formalityProblems,
};

export const decisionsWarnings: WarningTable<DecisionsWarning> = {
  'date-off-the-calendar': {
    detail: ({ citation, calendar }) =>
      `${citation} ligger på en dag utan sammanträde i kalendern. Närmast ligger ${calendar.join(' och ')}.`,
  },
  'paragraph-gap': {
    detail: ({ citation, missingFrom, missingTo }) =>
      missingFrom === missingTo
        ? `Före ${citation} saknas § ${missingFrom}.`
        : `Före ${citation} saknas § ${missingFrom}–${missingTo}.`,
  },
  'minutes-approved-late': {
    detail: ({ citation, approvedOn, lastDay }) =>
      `${citation} justerades ${approvedOn}. Senaste dag var ${lastDay}, 14 dagar efter sammanträdet (kommunallagen 5 kap. 69 §, 6 kap. 35 §).`,
  },
  'notice-late': {
    detail: ({ citation, publishedOn, lastDay }) =>
      `${citation} anslogs ${publishedOn}. Senaste dag var ${lastDay}, andra dagen efter justeringen (kommunallagen 8 kap. 12 §).`,
  },
  'notice-removed-early': {
    detail: ({ citation, removedOn, lastDay }) =>
      `Anslaget om ${citation} togs ned ${removedOn}, men ska finnas kvar till och med ${lastDay}. Överklagandetiden löper därför inte ut (kommunallagen 13 kap. 5 §); lägg ut ett nytt anslag.`,
  },
};
