import { tkr } from './request.js';

type Rows = Readonly<Record<string, unknown>>;

const lineNames: Readonly<Record<string, string>> = {
  furnishings: 'Inventarier',
  itEquipment: 'IT-utrustning',
  vehicles: 'Transportmedel',
  premisesOwnedByOthers: 'Lokalanpassning i annans fastighet',
};

/** The printed investment table as the API takes it: lines and printed totals in öre, one amount a column. */
export function investmentBody(table: Rows) {
  const columns = table['columns'] as readonly string[];
  const categories = (['expansion', 'image', 'reinvestment', 'adaptation'] as const).map((category) => {
    const rows = table[category] as readonly number[] | Rows;
    if (Array.isArray(rows)) return { category, lines: [], totalsOre: rows.map(tkr) };
    const { total, ...lines } = rows as Record<string, readonly number[]>;
    return {
      category,
      lines: Object.entries(lines).map(([name, amounts]) => ({
        name: lineNames[name] ?? name,
        amountsOre: amounts.map(tkr),
      })),
      totalsOre: (total ?? []).map(tkr),
    };
  });
  return {
    years: columns.map((column) => Number(column.slice(0, 4))),
    precision: 'tkr',
    categories,
    totalsOre: (table['total'] as readonly number[]).map(tkr),
  };
}
