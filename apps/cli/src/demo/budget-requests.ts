import { investmentBody } from './investment-body.js';
import type { Reference } from './reference.js';
import { mnkr, tkr, uncited, type DemoRequest } from './request.js';
import { statementBody } from './statement-body.js';

/** The paragraph under which the municipal council adopted the budget of 2025 and the plans for 2026 and 2027. */
const budget2025 = { citation: 'KF 2024-11-06, § 149' };

/** Budgets 2023-2025 with plans to 2027, the grant's explanation, the buffer and the investments. */
export function budgetRequests(reference: Reference, committeePath: string): DemoRequest[] {
  const path = `${committeePath}/budgets`;
  return [
    ...adoptions(reference, path),
    ...grantChanges(reference, path),
    ...reserves(reference, path),
    {
      what: 'Investeringsbudget 2025-2029',
      path: `${path}/2025/investments`,
      body: { ...budget2025, ...investmentBody(reference.investment.budget2025to2029) },
    },
  ];
}

function adoptions({ operating }: Reference, path: string): DemoRequest[] {
  const planYears = [
    { year: 2026, ...statementBody(operating['2026-plan']) },
    { year: 2027, ...statementBody(operating['2027-plan']) },
  ];
  const body = (year: '2023' | '2024' | '2025') => ({
    precision: 'tkr',
    ...statementBody(operating[`${year}-budget`]),
  });
  return [
    { what: 'Budget 2023', path: `${path}/2023`, body: { ...uncited('2023-01-01'), ...body('2023') } },
    { what: 'Budget 2024', path: `${path}/2024`, body: { ...uncited('2024-01-01'), ...body('2024') } },
    {
      what: 'Budget 2025 med plan 2026-2027',
      path: `${path}/2025`,
      body: { ...budget2025, ...body('2025'), planYears },
    },
  ];
}

function grantChanges({ grantBridge }: Reference, path: string): DemoRequest[] {
  return Object.entries(grantBridge).map(([year, { parts }]) => ({
    what: `Kommunbidragets förändring ${year}`,
    path: `${path}/${year}/grant-changes`,
    body: {
      ...budget2025,
      precision: 'tenthMnkr',
      parts: parts.map(({ reason, mnkr: millions }) => ({
        kind: kindOf(reason),
        reason,
        amountOre: mnkr(millions),
      })),
    },
  }));
}

function kindOf(reason: string): 'permanent' | 'index' | 'volume' | 'other' {
  if (reason.startsWith('permanent')) return 'permanent';
  if (reason.startsWith('index')) return 'index';
  return reason.startsWith('volym') ? 'volume' : 'other';
}

function reserves({ contingencyReserve }: Reference, path: string): DemoRequest[] {
  const { from, to, reason } = contingencyReserve.move;
  const share = { heldIn: from, shareBasisPoints: 150, precision: 'tkr' };
  return [
    { what: 'Buffert 2023', path: `${path}/2023/reserve`, body: { ...uncited('2023-01-01'), ...share } },
    {
      what: 'Bufferten 2023 används i sin helhet',
      path: `${path}/2023/reserve/draws`,
      body: {
        ...uncited('2023-12-31'),
        amountOre: tkr(3361),
        precision: 'tkr',
        purpose: 'Köpt vård utöver budget',
      },
    },
    { what: 'Buffert 2024', path: `${path}/2024/reserve`, body: { ...uncited('2024-01-01'), ...share } },
    { what: 'Buffert 2025', path: `${path}/2025/reserve`, body: { ...budget2025, ...share } },
    {
      what: 'Bufferten 2025 flyttas till övriga kostnader',
      path: `${path}/2025/reserve/moves`,
      body: { ...budget2025, from, to, reason, alreadyInAdoptedLines: true },
    },
  ];
}
