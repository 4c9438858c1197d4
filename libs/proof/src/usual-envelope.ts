/** A text that JSON writes as it is: nothing is escaped, and no half of a pair of surrogates stands alone. */
const characters = (but = '') => String.raw`[^"\\\x00-\x1f\ud800-\udfff${but}]+`;
const text = `"${characters()}"`;
const orNull = (pattern: string) => `(?:null|${pattern})`;
const sha256 = '"[0-9a-f]{64}"';
const date = String.raw`\d{4}-\d\d-\d\d`;
const time = String.raw`T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z`;

const actor = `{"committee":${orNull(text)},"id":${text},"role":${text}}`;
const fields: readonly (readonly [name: string, pattern: string])[] = [
  ['actor', actor],
  ['basis', '"(?:decision|uncited|report)"'],
  ['causationId', orNull(text)],
  ['commandId', text],
  ['committee', orNull(text)],
  ['correlationId', text],
  ['dataHash', sha256],
  ['decision', orNull(text)],
  ['effectiveOn', `"${date}"`],
  ['id', text],
  ['prev', orNull(sha256)],
  ['recordedAt', `"${date}${time}"`],
  // Fifteen digits are a safe integer.
  ['revision', String.raw`(?:0|[1-9]\d{0,14})`],
  ['schema', String.raw`[1-9]\d{0,14}`],
  ['stream', `"${characters(':')}:${characters(':')}"`],
  ['type', text],
  ['v', '1'],
];
const usual = new RegExp(`^{${fields.map(([name, pattern]) => `"${name}":${pattern}`).join(',')}}$`);

/**
 * Whether a text is an envelope in the one form that nearly all are written in, told at a glance: canonical, with all
 * its fields and no other. False says nothing against it: it may hold an escaped character, or have been sealed later.
 * Whether its dates stand in the calendar, and what must hold between fields, is not looked at.
 */
export function isUsualEnvelope(written: string): boolean {
  return usual.test(written);
}
