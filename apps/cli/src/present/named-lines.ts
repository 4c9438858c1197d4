/** A line of a list of things with names, below what it has in common with others. */
export interface NamedLine {
  /** How deep it stands. */
  readonly depth: number;
  readonly name: string;
  /** The place of the thing in the list; null for a name that others have in common. */
  readonly of: number | null;
}

/**
 * Labels that follow one another and begin with the same part, as in `budget 2025, lokalhyror`, stand without it below
 * it; and so on, part by part. A label that is the common part itself is what the others stand below.
 */
export function namedLines(labels: readonly string[]): readonly NamedLine[] {
  return linesBelow(
    labels.map((name, of) => ({ name, of })),
    0,
  );
}

interface Thing {
  readonly name: string;
  readonly of: number;
}

function linesBelow(things: readonly Thing[], depth: number): readonly NamedLine[] {
  return groupsOf(things).flatMap(([first, ...others]) => {
    if (!first || others.length === 0) return first ? [{ depth, ...first }] : [];
    const heading = headingOf([first, ...others]);
    const isAmong = first.name === heading;
    const below = (isAmong ? others : [first, ...others]).map(({ name, of }) => ({
      name: name.slice(heading.length + separator.length),
      of,
    }));
    return [{ depth, name: heading, of: isAmong ? first.of : null }, ...linesBelow(below, depth + 1)];
  });
}

/** The parts that all of them begin with. */
function headingOf(things: readonly Thing[]): string {
  let heading = firstPart(things[0]?.name ?? '');
  for (;;) {
    const below = things.map(({ name }) => name.slice(heading.length + separator.length));
    const [next = '', ...others] = below.map(firstPart);
    if (next === '' || others.some((part) => part !== next) || below.slice(1).includes(next)) return heading;
    heading += separator + next;
  }
}

/** Of things that follow one another. The heading may come first; after others it would stand for something else. */
function groupsOf(things: readonly Thing[]): readonly (readonly Thing[])[] {
  const groups: Thing[][] = [];
  for (const thing of things) {
    const group = groups.at(-1);
    const heading = firstPart(group?.[0]?.name ?? '');
    if (group && heading === firstPart(thing.name) && thing.name !== heading) group.push(thing);
    else groups.push([thing]);
  }
  return groups;
}

const separator = ', ';

/** `budget 2025` of `budget 2025, övriga kostnader`. A comma within ”…” or a citation parts nothing. */
function firstPart(name: string): string {
  let isQuoted = false;
  for (let n = 0; n < name.length; n += 1) {
    if (name[n] === '”') isQuoted = !isQuoted;
    const isCitation = name.startsWith(', §', n);
    if (!isQuoted && !isCitation && name.startsWith(separator, n)) return name.slice(0, n);
  }
  return name;
}
