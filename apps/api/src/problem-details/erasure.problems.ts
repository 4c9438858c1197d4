import type { ErasureRejection, ErasureWarning } from '#libs/audit';
import type { ProblemTable, WarningTable } from '#libs/http';
import { listed } from './words.js';

/** How many ids are told; the facts have them all. */
const told = 5;

/** A stream as it is told within its municipality. */
const named = (stream: string) => stream.slice(stream.indexOf(':') + 1);

/** How refusals to erase are told. */
export const erasureProblems: ProblemTable<ErasureRejection> = {
  'erased-events-unknown': {
    status: 422,
    title: 'Händelserna finns inte i loggen',
    detail: ({ eventIds }) =>
      `Kommunens logg har ingen händelse ${listed(eventIds.slice(0, told))}${eventIds.length > told ? ` och ${eventIds.length - told} till` : ''}. Kontrollera id mot loggen: GET …/events. Inget har gallrats.`,
  },
  'event-already-erased': {
    status: 409,
    title: 'Händelsen är redan gallrad',
    detail: ({ eventId, citation, effectiveOn }) =>
      `${eventId} är gallrad ${effectiveOn}${citation === null ? '' : ` enligt ${citation}`}. Ta bort den ur begäran. Inget har gallrats.`,
  },
  'erasing-decision-kept': {
    status: 422,
    title: 'En gallring kan inte gallras',
    detail: ({ eventId }) =>
      `${eventId} är själv ett beslut om gallring och visar vad andra händelser är gallrade med stöd av. Inget har gallrats.`,
  },
  'event-kept': {
    status: 422,
    title: 'Händelsen bär upp andra strömmar',
    detail: ({ eventId, type, stream }) =>
      `${eventId} (${type} i ${named(stream)}) kan inte gallras: allt som nämnden har registrerat bygger på den. Inget har gallrats.`,
  },
  'erasure-of-its-own-ground': {
    status: 422,
    title: 'Gallringen skulle ta bort sitt eget stöd',
    detail: ({ eventId, citation }) =>
      `${eventId} registrerar ${citation}, som gallringen vilar på. Ange en annan paragraf, eller gallra inte den. Inget har gallrats.`,
  },
  'erasure-breaks-history': {
    status: 409,
    title: 'Gallringen skulle bryta historiken',
    detail: ({ eventId, type, stream, revision, readModel }) =>
      `${eventId} (${type}, plats ${revision} i ${named(stream)}) bygger på det som skulle gallras${readModel === null ? '' : ` och skulle inte längre gå att visa i ${readModel}`}. Gallra även den, eller låt det stå som den bygger på. Inget har gallrats.`,
  },
};

export const erasureWarnings: WarningTable<ErasureWarning> = {
  'many-events-erased': {
    detail: ({ events }) =>
      `${events} händelser gallrades. Det kan inte tas tillbaka; kontrollera att det var de som avsågs.`,
  },
  'cited-paragraph-erased': {
    detail: ({ citation, citedBy }) =>
      `${citation} är inte längre registrerad, men ${citedBy} andra händelser vilar på den. Registrera paragrafen på nytt med de uppgifter som ska stå.`,
  },
};
