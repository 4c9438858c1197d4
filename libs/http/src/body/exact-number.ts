/** Longer than any double needs to be told apart; also a bound on the work below. */
const maxLiteralLength = 40;

const numberLiteral = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i;

/**
 * Whether a double holds the number as it is written, to its last digit: `11.20` yes; `9007199254740993`, `1e400` and
 * `1e-400` no. Takes a JSON number literal.
 */
export function isExactNumber(literal: string): boolean {
  if (literal.length > maxLiteralLength) return false;
  const value = Number(literal);
  return Number.isFinite(value) && canonical(literal) === canonical(String(value));
}

/** Significant digits and the power of ten of the last one, so that `1e2`, `100` and `100.0` are the same. */
function canonical(literal: string): string {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = numberLiteral.exec(literal) ?? [];
  const digits = `${whole}${fraction}`.replace(/^0+/, '');
  const significant = digits.replace(/0+$/, '');
  if (significant === '') return '0';
  const power = Number(exponent) - fraction.length + digits.length - significant.length;
  return `${sign}${significant}e${power}`;
}
