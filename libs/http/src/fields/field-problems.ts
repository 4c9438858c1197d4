import { firstFiscalYear, lastFiscalYear } from '#libs/kernel';

/**
 * What a part of a request can have wrong with it: the stable code and what people are told. Sentences that depend
 * on a limit of the field (how long, how many) are written by its validator and stand here in their general form.
 */
export const fieldProblems = {
  'missing-field': 'Fältet saknas.',
  'missing-basis': 'Ange vad uppgiften vilar på: en paragraf i citation, eller uncited med orsak och datum.',
  'two-bases': 'Ange citation eller uncited, inte båda.',
  'misplaced-effective-date': 'Datumet hör hemma i uncited.effectiveOn när ingen paragraf anges.',
  'unknown-field': 'Fältet finns inte här. Kontrollera stavningen.',
  'duplicate-field': 'Fältet står mer än en gång i samma objekt.',
  'repeated-parameter': 'Parametern får bara anges en gång.',
  'not-an-object': 'Här ska stå ett objekt, { … }.',
  'not-a-list': 'Här ska stå en lista av objekt eller värden, [ … ].',
  'too-few-items': 'Listan har för få poster.',
  'too-many-items': 'Listan har för många poster.',
  'repeated-item': 'Samma post står mer än en gång i listan.',
  'malformed-text': 'Ange text utan styrtecken. Texten får inte vara tom.',
  'text-too-long': 'Texten är för lång.',
  'personal-identity-number':
    'Texten har ett personnummer eller samordningsnummer. Det som registreras tas bort bara genom ett gallringsbeslut: skriv utan uppgifter om enskilda, och hänvisa till diarienumret.',
  'malformed-number': 'Ange ett heltal.',
  'number-out-of-range': 'Talet ligger utanför det tillåtna intervallet.',
  'inexact-number': 'Talet kan inte tas emot utan att ändras: det har för många siffror eller är för stort.',
  'malformed-flag': 'Ange true eller false.',
  'unknown-value': 'Värdet är inte ett av dem som får anges.',
  'malformed-amount': 'Ange beloppet som ett heltal i öre.',
  'amount-out-of-range': 'Beloppet får vara högst 10 000 000 000 000 öre, plus eller minus.',
  'malformed-citation': 'Ange paragrafen som i ”SN 2023-09-19, § 46”.',
  'malformed-date': 'Ange ett datum som finns, i formen ÅÅÅÅ-MM-DD.',
  'malformed-instant': 'Ange en tidpunkt i UTC, som i 2026-11-23T05:22:18.123Z.',
  'malformed-month': 'Ange en månad som ett heltal från 1 till 12.',
  'malformed-fiscal-year': `Ange ett år som ett heltal från ${firstFiscalYear} till ${lastFiscalYear}.`,
  'malformed-account-group': 'Ange kontogruppens id, som i purchasedServices.',
  'malformed-committee-code': 'Ange nämndens kod med versaler, som i SN.',
  'malformed-municipality': 'Ange kommunens id med gemener, som i alingsas.',
  'malformed-position': 'Ange en position ur Paragraf-Position, oförändrad.',
  'malformed-if-match':
    'Ange If-Match som en revision inom citattecken, som i "7". Jokertecken och listor tas inte emot.',
  'malformed-idempotency-key': 'Ange Idempotency-Key som 1–255 synliga ASCII-tecken utan mellanslag.',
  'malformed-value': 'Värdet har inte den form som fältet kräver.',
} as const satisfies Readonly<Record<string, string>>;

export type FieldProblemCode = keyof typeof fieldProblems;
