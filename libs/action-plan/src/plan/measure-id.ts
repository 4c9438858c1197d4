export const measureIdPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
export const maxMeasureIdLength = 60;

/** Long enough to be recognised by, short enough to be typed. */
const derivedLength = 32;

/**
 * An id made of a measure's first words, with a number where it is taken:
 * `Ändrad delegationsnivå för köpta insatser` becomes `andrad-delegationsniva-for-kopta`.
 */
export function measureIdFrom(text: string, taken: readonly string[]): string {
  const words = text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  const id = firstWords(words) || 'measure';
  if (!taken.includes(id)) return id;
  let n = 2;
  while (taken.includes(`${id}-${n}`)) n += 1;
  return `${id}-${n}`;
}

/** As many whole words as there is room for; of a first word that is too long, its beginning. */
function firstWords([first = '', ...others]: readonly string[]): string {
  let id = first.slice(0, derivedLength);
  for (const word of others) {
    if (id.length + 1 + word.length > derivedLength) break;
    id = `${id}-${word}`;
  }
  return id;
}
