import { isPlainDate, yearOf, type PlainDate } from './plain-date.js';

/** A minuted paragraph: which body met, when, and the number of the item in its minutes. */
export interface Citation {
  /** The code of the committee, e.g. `SN`. */
  readonly body: string;
  readonly date: PlainDate;
  readonly paragraph: number;
}

/** Committee codes as Swedish municipalities write them: `SN`, `KF`, `BUN`. */
export const committeeCodePattern = /^[A-ZÅÄÖ][A-ZÅÄÖ0-9]{0,9}$/;

const citationPattern = /^([A-ZÅÄÖ][A-ZÅÄÖ0-9]{0,9})\s+(\d{4}-\s*\d{2}-\s*\d{2})\s*,?\s*§\s*(\d{1,5})$/u;

/** Room for any spelling of one. The pattern's work grows with the square of the white space it is given. */
const maxCitationLength = 200;

/**
 * Reads a citation as it stands in minutes: `SN 2023-09-19, § 46`, `SN 2023-09-19 §46`, a date broken over two
 * lines. Null where it is not one; citations of law (`10 kap. 8-9 §§`) are something else.
 */
export function parseCitation(text: string): Citation | null {
  if (text.length > maxCitationLength) return null;
  const match = citationPattern.exec(text.trim());
  if (!match) return null;
  const [, body = '', brokenDate = '', number = ''] = match;
  const date = brokenDate.replace(/\s+/g, '');
  const paragraph = Number(number);
  return isPlainDate(date) && paragraph > 0 ? { body, date, paragraph } : null;
}

/** The one way a citation is printed and stored: `SN 2023-09-19, § 46`. */
export function printCitation({ body, date, paragraph }: Citation): string {
  return `${body} ${date}, § ${paragraph}`;
}

export function citationYear(citation: Citation): number {
  return yearOf(citation.date);
}
