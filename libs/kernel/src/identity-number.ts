/** `640823-3234`, or with the century, `19640823-3234` and `196408233234`. */
const candidates = /(?<!\d)(?:(?:19|20)(\d{6})[-+]?(\d{4})|(\d{6})[-+](\d{4}))(?!\d)/g;

/**
 * Whether the text holds a Swedish personal identity number (personnummer) or coordination number
 * (samordningsnummer): a date, with 60 added to the day in the latter, and a check digit after Luhn. Registry and
 * organisation numbers are none.
 */
export function holdsIdentityNumber(text: string): boolean {
  return [...text.matchAll(candidates)].some(([, longDate, longEnd, shortDate, shortEnd]) => {
    const digits = `${longDate ?? shortDate}${longEnd ?? shortEnd}`;
    const [month, day] = [Number(digits.slice(2, 4)), Number(digits.slice(4, 6)) % 60];
    return month >= 1 && month <= 12 && day >= 1 && day <= 31 && hasCheckDigit(digits);
  });
}

function hasCheckDigit(digits: string): boolean {
  const sum = Array.from(digits).reduce((total, digit, n) => {
    const weighted = Number(digit) * (n % 2 === 0 ? 2 : 1);
    return total + (weighted > 9 ? weighted - 9 : weighted);
  }, 0);
  return sum % 10 === 0;
}
