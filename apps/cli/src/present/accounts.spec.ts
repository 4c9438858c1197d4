import { accountsTable, type ShownAccounts } from './accounts.js';
import { renderTable } from './table.js';

const tkr = (thousands: number) => thousands * 100_000;
const compared = (thousands: number) => ({ amountOre: tkr(thousands), toleranceOre: tkr(1) });

/** Two rows of the accounts of 2023; net financial items were not budgeted. */
const accounts: ShownAccounts = {
  year: 2023,
  rows: [
    {
      of: 'netFinancialItems',
      name: 'Finansnetto',
      kind: 'financial',
      budgetOre: null,
      accountsOre: tkr(-6),
      variance: compared(-6),
      previousAccountsOre: 0,
      difference: compared(-6),
      reclassified: null,
    },
    {
      of: 'annualResult',
      name: 'Årets resultat',
      kind: null,
      budgetOre: 0,
      accountsOre: tkr(129),
      variance: compared(129),
      previousAccountsOre: null,
      difference: null,
      reclassified: null,
    },
  ],
  budgetRounding: [],
  accounts: {
    rounding: [
      {
        total: 'grossCost',
        printedOre: tkr(-245_645),
        computedOre: tkr(-245_644),
        differenceOre: tkr(-1),
        toleranceOre: tkr(2),
      },
    ],
  },
};

describe('year-end accounts in a table', () => {
  it('stand against the budget and the year before', () => {
    expect(renderTable(accountsTable(accounts))).toBe(
      `Bokslut 2023 (tkr)

Kontogrupp      Budget 2023  Utfall 2023  Avvikelse  Utfall 2022  Skillnad
──────────────────────────────────────────────────────────────────────────
Finansnetto               –           -6         -6            0        -6
──────────────────────────────────────────────────────────────────────────
Årets resultat            0          129        129            –         –

Avvikelse och skillnad räknas på de registrerade beloppen; tryckta kan skilja högst 1 tkr av
avrundning.

Utfall 2023: verksamhetens kostnader är tryckt som -245 645 tkr och delarna ger -245 644 tkr.
Skillnaden -1 tkr förklaras av avrundning, som kan ge högst 2 tkr.

– betyder ingen uppgift.
`,
    );
  });
});
