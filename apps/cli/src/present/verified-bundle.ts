import type { Erasure, Failure, Verification, VerificationWarning } from '#libs/proof';
import { cosignatureSentence } from './cosignatures.js';
import { readModelReservations } from './read-model-reservations.js';
import { failureSentence, named } from './verification-failure.js';

/**
 * What came of verifying a bundle, for whoever asked: what is proved, what is not, and what to keep; or how far it
 * held.
 */
export function verifiedBundleText(verification: Verification): string {
  const warnings = section('Observera', verification.warnings.map(warningSentence));
  const parts = verification.failure
    ? [soFar(verification), warnings]
    : [
        `Paketet håller. ${subject(verification)}`,
        section('Bevisat', proved(verification)),
        section('Inte bevisat', notProved(verification)),
        warnings,
        toKeep(verification),
      ];
  return parts.filter((part) => part !== '').join('\n\n');
}

/** Why a bundle proves nothing. */
export function bundleFailureText(failure: Failure): string {
  return `PAKETET HÅLLER INTE. ${failureSentence(failure)}`;
}

function subject({ checkpoint, lastEvent, checked: { events, streams } }: Verification): string {
  const sizes = `${counted(events, 'händelse', 'händelser')} i ${counted(streams, 'ström', 'strömmar')}`;
  const upTo = lastEvent ? `, den sista registrerad ${lastEvent.recordedAt}` : '';
  return `Loggen ${checkpoint?.origin ?? ''} har ${sizes}${upTo}.`;
}

function proved({ cosignatures, since, erasures, readModels }: Verification): readonly string[] {
  const equal = readModels.filter(({ verdict }) => verdict === 'equal');
  const documents = equal.reduce((sum, readModel) => sum + readModel.documents, 0);
  return [
    'Kontrollvärdet är underskrivet med nyckeln.',
    ...cosignatures.map(cosignatureSentence),
    'Sedan dess är ingen händelse ändrad, borttagen, tillagd eller flyttad.',
    'Varje ström är hel, och varje innehåll är det som registrerades.',
    ...(since === null
      ? []
      : [
          `Loggen börjar med samma ${counted(since, 'händelse', 'händelser')} som när det tidigare kontrollvärdet skrevs under.`,
        ]),
    ...(erasures.length === 0 ? ['Inget innehåll är gallrat.'] : erasureSentences(erasures)),
    ...(equal.length === 0
      ? []
      : [
          `${counted(equal.length, 'läsmodell', 'läsmodeller')} med ${documents} dokument visar vad händelserna ger.`,
        ]),
  ];
}

/** A sentence for each decision. */
function erasureSentences(erasures: readonly Erasure[]): readonly string[] {
  const byDecision = Map.groupBy(erasures, ({ erasedBy }) => erasedBy);
  return [...byDecision.values()].map((events) => {
    const ids = events.slice(0, mostNamed).map(({ event }) => event);
    const others =
      events.length > ids.length ? ` och ${events.length - ids.length} till (--json visar alla)` : '';
    const { decision = '', effectiveOn = '' } = events[0] ?? {};
    return `${counted(events.length, 'händelse', 'händelser')} gallras enligt ${decision}, från ${effectiveOn}: ${ids.join(', ')}${others}.`;
  });
}

const mostNamed = 5;

function notProved({ since, readModels, checked: { events } }: Verification): readonly string[] {
  return [
    ...(since === null
      ? ['Att historien inte skrevs om före det här kontrollvärdet: inget tidigare är angivet (--since).']
      : []),
    ...readModelReservations(readModels, events),
  ];
}

function soFar({ lastEvent, checked: { events } }: Verification): string {
  if (!lastEvent) return 'Ingen händelse är granskad.';
  const { id, stream, revision } = lastEvent;
  const checked = counted(events, 'händelse är granskad', 'händelser är granskade');
  return `${checked}; den sista av dem är ${id} (${stream} ${revision}).`;
}

function warningSentence({ code, facts }: VerificationWarning): string {
  switch (code) {
    case 'erasure-not-carried-out':
      return `${named(facts)} ska enligt beslut vara gallrad, men innehållet finns kvar.`;
    case 'recorded-before-the-previous':
      return `${counted(facts.count, 'händelse säger', 'händelser säger')} sig vara registrerad före den innan, först ${named(facts)}: ${facts.recordedAt} efter ${facts.previous}. Klockorna har gått olika, eller så har någon ställt om en.`;
    default:
      return `${named(facts)} är registrerad ${facts.recordedAt}, men här är klockan ${facts.now}: någon av klockorna går fel.`;
  }
}

/** The note is what `--since` takes the next time; size and root can be printed in minutes. */
function toKeep({ checkpoint }: Verification): string {
  if (!checkpoint) return '';
  const { size, root, note } = checkpoint;
  return `Spara till nästa granskning (--since): ${counted(size, 'händelse', 'händelser')}, kontrollvärde ${root}\n\n${note.trimEnd()}`;
}

function section(title: string, sentences: readonly string[]): string {
  return sentences.length === 0 ? '' : [title, ...sentences.map((sentence) => `- ${sentence}`)].join('\n');
}

export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
