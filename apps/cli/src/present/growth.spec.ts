import { growthTable } from './growth.js';
import { maxWidth, renderTable } from './table.js';

const tkr = (thousands: number) => thousands * 100_000;
const growth = (from: number, to: number, percent: number) => ({
  from: 2024,
  to: 2025,
  fromOre: tkr(from),
  toOre: tkr(to),
  changeOre: tkr(to - from),
  percent,
});

describe('growth in a table', () => {
  it('stands as printed and without the reserve that moved, which tells something else', () => {
    const text = renderTable(
      growthTable({
        committee: 'SN',
        years: [
          { year: 2024, status: 'budget' },
          { year: 2025, status: 'budget' },
        ],
        missingYears: [2020],
        lines: [
          {
            accountGroup: 'purchasedServices',
            name: 'Köp av tjänster',
            kind: 'cost',
            amounts: [
              { year: 2024, amountOre: tkr(-62_376) },
              { year: 2025, amountOre: tkr(-63_743) },
            ],
            growth: [growth(-62_376, -63_743, 2.2)],
            reclassifiedGrowth: [growth(-58_700, -63_743, 8.6)],
          },
        ],
        totals: [
          {
            total: 'grossCost',
            amounts: [
              { year: 2024, amountOre: 0 },
              { year: 2025, amountOre: tkr(-1) },
            ],
            growth: [growth(0, -1, 0)],
            reclassifiedGrowth: [growth(0, -1, 0)],
          },
        ],
      }),
    );
    expect(text).toBe(
      `Utveckling mellan åren (tkr och procent)

Kontogrupp                  2024     2025  2024–2025     2024–2025
                                                      utan buffert
──────────────────────────────────────────────────────────────────
Köp av tjänster          -62 376  -63 743      2,2 %         8,6 %
──────────────────────────────────────────────────────────────────
Verksamhetens kostnader        0       -1          –             –

Utan buffert: förvaltningens buffert är borträknad ur båda åren, och flyttat ansvar är omräknat.

Utan budget och plan: 2020.

– betyder ingen uppgift.
`,
    );
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(maxWidth);
  });
});
