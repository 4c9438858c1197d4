import { problemType, requestRejectionCodes } from '#libs/http';
import { problemTables, problems, warnings } from './index.js';

describe('the words for refusals', () => {
  const codes = problemTables.flatMap((table) => Object.keys(table));

  it('stand once for each code', () => {
    const repeated = codes.filter((code, n) => codes.indexOf(code) !== n);

    expect(repeated).toEqual([]);
    expect(Object.keys(problems).toSorted()).toEqual(codes.toSorted());
    expect(codes.filter((code) => requestRejectionCodes.includes(code))).toEqual([]);
  });

  it.each(Object.entries(problems))(
    'have a status, a title and a code that fit: %s',
    (code, { status, title }) => {
      expect([403, 404, 409, 412, 422]).toContain(status);
      expect(title).toMatch(/^[A-ZÅÄÖ].{5,70}[^.]$/);
      expect(problemType(code)).toMatch(/^urn:paragraf:problem:[a-z]+(-[a-z]+)*$/);
    },
  );
});

describe('the words for warnings', () => {
  it.each(Object.keys(warnings))('have a code that fits: %s', (code) => {
    expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
  });
});
