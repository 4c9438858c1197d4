import type { ReceiptError, ReceiptFailure, VerifiedReceipt } from '#libs/proof';
import { cosignatureSentence, notWitnessed } from './cosignatures.js';

/** What a receipt proves. */
export function verifiedReceiptText({
  envelope,
  event,
  index,
  size,
  checkpoint,
  cosignatures,
}: VerifiedReceipt): string {
  const { id, type, stream, revision, recordedAt, decision, effectiveOn } = envelope;
  return [
    `Kvittot håller. Händelsen är nummer ${index + 1} av ${size} i loggen ${checkpoint.origin}.`,
    '',
    `- ${type} (${id}), ${stream} ${revision}`,
    `- registrerad ${recordedAt}, gäller från ${effectiveOn}, vilar på ${decision ?? 'ingen paragraf'}`,
    event.content === null
      ? '- innehållet är gallrat, och kvittot säger inget om det'
      : `- med innehållet ${event.content}`,
    ...cosignatures.map((cosignature) => `- ${cosignatureSentence(cosignature)}`),
  ].join('\n');
}

const failures: Readonly<Record<Exclude<ReceiptFailure, 'not-witnessed'>, string>> = {
  malformed: 'Det är inte skrivet som Paragraf skriver det.',
  'not-signed': 'Kontrollvärdet i det är inte underskrivet med nyckeln.',
  'not-included': 'Händelsen står inte där i loggen som skrevs under.',
  'content-changed': 'Händelsen har ett annat innehåll än det som registrerades.',
};

/** Why a receipt proves nothing. */
export function receiptFailureText({ failure, missing }: ReceiptError): string {
  return `KVITTOT HÅLLER INTE. ${failure === 'not-witnessed' ? notWitnessed(missing) : failures[failure]}`;
}
