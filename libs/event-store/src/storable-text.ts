/** Whether every store can hold it as a name and give it back unchanged: no control character, no half of a pair. */
export function isStorableText(text: string): boolean {
  return text.isWellFormed() && !/\p{Cc}/u.test(text);
}

/** In lower case, as stores give ids back. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}
