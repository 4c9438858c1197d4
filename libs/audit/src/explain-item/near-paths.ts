const most = 10;

/** The path itself and what stands below it: `budgets/2025` is above `budgets/2025/otherCosts`, not above `budgets/20250`. */
export function isAtOrBelow(path: string, above: string): boolean {
  return path === above || path.startsWith(`${above}/`);
}

/**
 * What there is one step beyond the longest part of the path that exists, at most 10: those that begin most like it
 * first. Where nothing of it exists these are the first parts of all paths.
 */
export function nearPaths(path: string, known: readonly string[]): readonly string[] {
  const parts = path.split('/');
  const depth = parts.findLastIndex(
    (_, n) => n > 0 && known.some((each) => isBelow(each, parts.slice(0, n))),
  );
  const above = parts.slice(0, Math.max(depth, 0));
  const beyond = known.filter((each) => above.length === 0 || isBelow(each, above));
  const near = new Set(
    beyond.map((each) =>
      each
        .split('/')
        .slice(0, above.length + 1)
        .join('/'),
    ),
  );
  return [...near].toSorted((a, b) => lengthInCommon(b, path) - lengthInCommon(a, path)).slice(0, most);
}

function isBelow(path: string, above: readonly string[]): boolean {
  return path.startsWith(`${above.join('/')}/`);
}

function lengthInCommon(one: string, other: string): number {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()];
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}
