import type { AccountGroupKind, Ore, StatementSums } from '#libs/kernel';
import type { Compared, TableColumns, TableStatement } from './columns.js';
import { compared } from './columns.js';

/** A row of the printed table: an account group or a sum. */
export interface StatementRow {
  /** An account group's id, or `grossCost`, `netCost` or `annualResult`. */
  readonly of: string;
  /** Swedish, as printed. */
  readonly name: string;
  /** Null for a sum. */
  readonly kind: AccountGroupKind | null;
  /** Null where nothing stands: the budget, the accounts or the year before have no such line. */
  readonly budgetOre: Ore | null;
  readonly accountsOre: Ore | null;
  /** accounts − budget, plus is favourable. Null where there is no budget or no accounts. */
  readonly variance: Compared | null;
  readonly previousAccountsOre: Ore | null;
  /** accounts − accounts of the year before. */
  readonly difference: Compared | null;
  /** The same with the year before made comparable; null where nothing was reclassified. */
  readonly reclassified: {
    readonly previousAccountsOre: Ore | null;
    readonly difference: Compared | null;
  } | null;
}

interface Group {
  readonly accountGroup: string;
  readonly name: string;
  readonly kind: AccountGroupKind;
}

/** The rows in their printed order: income, costs, their sums, what funds them, the result. */
export function statementTable(columns: TableColumns): readonly StatementRow[] {
  const groups = groupsOf(columns);
  const ofKind = (kind: AccountGroupKind) =>
    groups.filter((group) => group.kind === kind).map((group) => groupRow(columns, group));
  return [
    ...ofKind('income'),
    ...ofKind('cost'),
    sumRow(columns, 'grossCost', 'Verksamhetens kostnader'),
    sumRow(columns, 'netCost', 'Verksamhetens nettokostnader'),
    ...ofKind('funding'),
    ...ofKind('financial'),
    sumRow(columns, 'annualResult', 'Årets resultat'),
  ];
}

/** The account groups of all columns, each by what it is called in the latest that has it. */
function groupsOf({ accounts, budget, previous }: TableColumns): readonly Group[] {
  const lines = [accounts, budget, previous].flatMap((statement) => statement?.lines ?? []);
  const groups = new Map<string, Group>();
  for (const { accountGroup, name, kind } of lines) {
    if (!groups.has(accountGroup)) groups.set(accountGroup, { accountGroup, name, kind });
  }
  return [...groups.values()];
}

function groupRow(columns: TableColumns, { accountGroup, name, kind }: Group): StatementRow {
  const amountIn = (statement: TableStatement) =>
    statement.lines.find((line) => line.accountGroup === accountGroup)?.amountOre ?? null;
  return { of: accountGroup, name, kind, ...cells(columns, amountIn) };
}

function sumRow(
  columns: TableColumns,
  of: 'grossCost' | 'netCost' | 'annualResult',
  name: string,
): StatementRow {
  const key: keyof StatementSums = `${of}Ore`;
  return { of, name, kind: null, ...cells(columns, (statement) => statement.sums[key]) };
}

function cells(columns: TableColumns, amountIn: (statement: TableStatement) => Ore | null) {
  const { budget, accounts, previous, reclassified } = columns;
  const cell = (statement: TableStatement | null) => statement && amountIn(statement);
  return {
    budgetOre: cell(budget),
    accountsOre: cell(accounts),
    variance: compared(accounts, budget, amountIn),
    previousAccountsOre: cell(previous),
    difference: compared(accounts, previous, amountIn),
    reclassified: reclassified && {
      previousAccountsOre: cell(reclassified),
      difference: compared(accounts, reclassified, amountIn),
    },
  };
}
