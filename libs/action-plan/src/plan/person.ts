const emailAddress = /@/;
const identityNumber = /\d{6}[-+ ]?\d{4}/;
const nameWord = "\\p{Lu}(?:\\p{Ll}[\\p{L}'’-]*|\\.)";
const name = new RegExp(`^${nameWord}(?:\\s+${nameWord})+$`, 'u');

/**
 * Whether a text that should name a role looks like a person instead: a name such as `Anna Lind`, an e-mail address,
 * a personal identity number. Swedish writes roles in lower case, so text that consists of two or more capitalised words is taken for a name.
 */
export function looksLikeAPerson(text: string): boolean {
  return emailAddress.test(text) || identityNumber.test(text) || name.test(text.trim());
}
