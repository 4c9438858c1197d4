import type { Failure, FailureCode, FailureFacts, NamedEvent } from '#libs/proof';
import { notWitnessed } from './cosignatures.js';

type Sentences = { readonly [Code in FailureCode]: (facts: FailureFacts[Code]) => string };

/** What is wrong, as it concerns whoever audits. What only a programmer can use stands in brackets. */
const sentences: Sentences = {
  'archive-malformed': ({ entry, reason }) =>
    `Paketet är skadat eller ändrat vid ${entry}: så skriver Paragraf det inte (${reason})`,
  'entry-misplaced': ({ due, found }) =>
    `Paketet har ${found ?? 'sitt slut'} där ${due ?? 'slutet'} borde stå.`,
  'entry-malformed': ({ entry, reason }) => `${entry} är inte skriven som Paragraf skriver den (${reason})`,
  'bundle-of-another-log': ({ origin, municipality, expected }) =>
    `Paketet gäller ${municipality} i loggen ${origin}, men nyckeln hör till loggen ${expected}.`,
  'checkpoint-not-signed': ({ key }) => `Kontrollvärdet är inte underskrivet med nyckeln ${key}.`,
  'not-witnessed': ({ missing }) => notWitnessed(missing),
  'checkpoint-of-another-size': ({ size, expected }) =>
    `Kontrollvärdet gäller ${size} händelser, men paketet säger sig ha ${expected}.`,
  'log-shorter-than-before': ({ size, before }) =>
    `Loggen har blivit kortare: den har ${size} händelser, men hade ${before} när det tidigare kontrollvärdet skrevs under. Händelser är borttagna, eller en gammal säkerhetskopia är återläst.`,
  'split-view': ({ size, root, signed }) =>
    `Två kontrollvärden är underskrivna för samma ${size} händelser: ${root} i paketet och ${signed} i det tidigare. Olika personer visas olika historia.`,
  'line-malformed': ({ place, reason }) =>
    `Händelse ${place} är inte skriven som Paragraf skriver den (${reason})`,
  'envelope-malformed': ({ place, reason }) =>
    `Händelse ${place} har en förslutning som Paragraf inte skriver (${reason})`,
  'event-of-another-municipality': (event) => `${named(event)} hör inte till ${event.municipality}.`,
  'committee-not-of-the-stream': (event) =>
    `${named(event)} säger sig gälla ${event.committee ?? 'ingen nämnd'}, men det gör inte dess ström.`,
  'stream-not-continued': (event) =>
    `${named(event)} borde ha plats ${event.expectedRevision} i sin ström: en händelse saknas, är dubblerad eller flyttad.`,
  'previous-event-differs': (event) =>
    `${named(event)} registrerades efter en annan händelse än den som nu står före den i strömmen: den är ändrad eller utbytt.`,
  'content-malformed': (event) =>
    `${named(event)} har ett innehåll som Paragraf inte skriver (${event.reason})`,
  'content-not-as-sealed': (event) =>
    `${named(event)} har ett annat innehåll än det som registrerades: innehållet eller saltet är ändrat.`,
  'id-not-its-own': (event) => `${named(event)} har samma id som händelse ${event.firstPlace}.`,
  'events-miscounted': ({ entry, expected, found }) =>
    `${entry} har ${found} händelser, men ska enligt kontrollvärdet ha ${expected}: händelser ${found < expected ? 'saknas' : 'är tillagda'}.`,
  'event-not-in-the-tree': (event) =>
    `${named(event)} är inte den som stod där när loggen skrevs under: den är ändrad, utbytt eller flyttad.`,
  'tile-differs': ({ tile }) => `Trädets del ${tile} är inte den som händelserna ger.`,
  'root-differs': ({ size, root, signed }) =>
    `De ${size} händelserna ger kontrollvärdet ${root}, men underskrivet är ${signed}.`,
  'history-rewritten': ({ before, root, signed }) =>
    `Historien är omskriven: de första ${before} händelserna ger ${root}, men det tidigare kontrollvärdet är ${signed}.`,
  'erased-without-decision': (event) => `${named(event)} saknar sitt innehåll, men inget beslut nämner den.`,
  'erasure-rests-on-nothing': (event) => `${named(event)} gallrar utan att vila på ett beslut.`,
  'erasure-malformed': (event) => `${named(event)} säger inte vilka händelser som gallras.`,
  'erasure-names-no-event': (event) =>
    `${named(event)} gallrar ${event.named}, men ingen sådan händelse står före den i loggen.`,
  'erasures-list-differs': ({ line }) =>
    `Listan över gallringar är inte den som besluten ger, från rad ${line}.`,
  'read-model-differs': ({ readModel, key, problem }) =>
    `Läsmodellen ${readModel} visar något annat än händelserna ger: dokumentet ${key} ${documentProblems[problem]}.`,
  'sums-differ': ({ entry }) => `Kontrollsumman för ${entry} stämmer inte.`,
};

const documentProblems = {
  missing: 'saknas',
  extra: 'ska inte finnas',
  different: 'har ett annat innehåll',
} as const;

export function failureSentence({ code, facts }: Failure): string {
  return (sentences[code] as (of: typeof facts) => string)(facts);
}

/** An event as it is named in sentences. */
export function named({ place, id, stream, revision }: NamedEvent): string {
  return `Händelse ${place} (${id}, ${stream} ${revision})`;
}
