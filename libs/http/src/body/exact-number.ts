/** Longer than any double needs to be told apart; also a bound on the work below. */
const maxLiteralLength = 40;

const numberLiteral = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i;

/**
 * Whether a double tells the number as it is written from every other of as many digits: `11.20` yes;
 * `9007199254740993`, `1e400` and `1e-400` no. Beyond ±(2^53 − 1), where integers themselves are lost, nothing is
 * taken. Takes a JSON number literal.
 */
export function isExactNumber(literal: string): boolean {
  if (literal.length > maxLiteralLength) return false;
  const value = Number(literal);
  return Math.abs(value) <= Number.MAX_SAFE_INTEGER && canonical(literal) === canonical(String(value));
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
