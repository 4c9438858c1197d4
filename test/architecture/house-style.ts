import ts from 'typescript';

/** Something in a source file that the house does not allow, as `path:line: what`. */
export type Finding = string;

const impure = new Set(['Date.now', 'Math.random', 'performance.now', 'process.hrtime', 'crypto.randomUUID']);
const impureCalls = new Set([
  'Date',
  'randomUUID',
  'randomBytes',
  'setTimeout',
  'setInterval',
  'setImmediate',
]);

/** Configuration is read in one place of each app; tests and benchmarks are told by their runner. */
export function mayReadEnvironment(path: string): boolean {
  return /^apps\/[^/]+\/src\/config[^/]*\.ts$/.test(path) || /^(test|bench)\//.test(path);
}

/** A file of libs without a role suffix; specs and test kits are no shipped code. */
export function isPure(path: string): boolean {
  if (!path.startsWith('libs/') || path.includes('/testing/')) return false;
  return !/\.(handler|http|entity|module|adapter|spec)\.ts$/.test(path);
}

/** What breaks the house's style in one file, in the order of its lines. */
export function findings(path: string, text: string): Finding[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found: Finding[] = [];
  const visit = (node: ts.Node): void => {
    const what = objection(path, node);
    if (what) found.push(`${path}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}: ${what}`);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function objection(path: string, node: ts.Node): string | null {
  if (node.kind === ts.SyntaxKind.AnyKeyword) return 'any';
  if (ts.isPropertyAccessExpression(node)) {
    const name = node.getText();
    if (name === 'process.env' && !mayReadEnvironment(path)) return name;
    if (impure.has(name) && isPure(path)) return name;
  }
  if (ts.isCallExpression(node) && impureCalls.has(node.expression.getText()) && isPure(path)) {
    return `${node.expression.getText()}()`;
  }
  return isNow(node) && isPure(path) ? 'new Date()' : null;
}

function isNow(node: ts.Node): boolean {
  return ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length;
}

/** The lines below which the given share of the files lie, e.g. 0.5 for the median. */
export function linesAtShare(lineCounts: readonly number[], share: number): number {
  const sorted = lineCounts.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
