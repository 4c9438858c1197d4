import { RememberedRevisions } from './remembered-revisions.js';

function remembering(
  position: number,
  ...revisions: readonly (readonly [string, number])[]
): RememberedRevisions {
  const remembered = new RememberedRevisions();
  remembered.arriveAt(position);
  remembered.remember(revisions);
  return remembered;
}

describe('remembered revisions', () => {
  it('hold while the log ends where it ended', () => {
    const remembered = remembering(7, ['budget-SN.2023', 4], ['budget-SN.2024', -1]);
    remembered.arriveAt(7);

    expect(
      ['budget-SN.2023', 'budget-SN.2024', 'budget-SN.2025'].map((stream) => remembered.get(stream)),
    ).toEqual([4, -1, undefined]);
  });

  it('follow the events that the writer itself adds', () => {
    const remembered = remembering(7, ['budget-SN.2023', 4]);
    remembered.advance(9, [
      { stream: 'budget-SN.2023', revision: 5 },
      { stream: 'budget-SN.2024', revision: 0 },
    ]);
    remembered.arriveAt(9);

    expect(remembered.get('budget-SN.2023')).toBe(5);
    expect(remembered.get('budget-SN.2024')).toBe(0);
  });

  it.each([8, 6, 0])('are forgotten where another process has moved the end from 7 to %p', (position) => {
    const remembered = remembering(7, ['budget-SN.2023', 4]);
    remembered.arriveAt(position);

    expect(remembered.get('budget-SN.2023')).toBeUndefined();
  });

  it('are forgotten before they fill the memory', () => {
    const remembered = remembering(0);
    for (let n = 1; n <= 10_001; n += 1) remembered.advance(n, [{ stream: `budget-SN.${n}`, revision: 0 }]);

    expect(remembered.get('budget-SN.1')).toBeUndefined();
  });
});
