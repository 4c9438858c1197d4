import { holdsIdentityNumber } from './identity-number.js';

describe('a personal identity number in a text', () => {
  // Numbers made up for tests, with a check digit that holds.
  it.each(['990913-9801', 'Avser 19990913-9801.', '199909139801', '640823+3234', '640883-3231'])(
    'is found in %s',
    (text) => expect(holdsIdentityNumber(text)).toBe(true),
  );

  it.each([
    '990913-9802',
    'SN 2023/0187',
    '556036-0793',
    '0701-234567',
    '199913139801',
    '1999091398011',
    'SN 2023-09-19, § 46',
    '',
  ])('is not found in %s', (text) => expect(holdsIdentityNumber(text)).toBe(false));
});
