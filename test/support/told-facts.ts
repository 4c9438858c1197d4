import type { ItemStep, ToldFact } from '#libs/audit';
import type { ItemValue } from '#libs/kernel';

export const paragraph = 'SN 2025-02-18, § 9';
export const tkr = (thousands: number): ItemValue => ({ kind: 'amount', amountOre: thousands * 100_000 });
export const event = (
  revision: number,
  effectiveOn: string,
  restsOn: Partial<ToldFact['event']['restsOn']> = {},
) => ({
  id: String(revision),
  type: 'BudgetReallocated',
  stream: 'alingsas:budget-SN.2025',
  revision,
  position: String(revision),
  actor: { id: 'local', role: 'controller', committee: 'SN' },
  recordedAt: `2026-01-01T00:0${revision}:00.000Z`,
  effectiveOn,
  restsOn: { citation: null, isCitedLater: false, uncitedReason: null, ...restsOn },
});
export const decided = event(1, '2025-02-18', { citation: paragraph });
export const place = { path: 'budgets/2025/staffCosts', label: 'budget 2025, personalkostnader' };
export const reallocated: ToldFact = {
  event: decided,
  sentence: 'I budgeten för 2025 omfördelades 500 tkr.',
  changes: [{ ...place, from: tkr(-161_198), to: tkr(-160_698) }],
  cites: null,
  erased: null,
};
export const uncited: ToldFact = {
  ...reallocated,
  event: event(2, '2025-05-20', { uncitedReason: 'Protokollet saknas.' }),
  sentence: 'I budgeten för 2025 omfördelades 200 tkr.',
  changes: [{ ...place, from: tkr(-160_698), to: tkr(-160_898) }],
};
export const gone: ToldFact = {
  ...reallocated,
  event: event(3, '2025-06-17', { citation: 'SN 2025-06-17, § 40' }),
  sentence: 'Uppgifterna är gallrade (SN 2026-01-20, § 3).',
  changes: [],
};
export const step = ({ event: at, sentence, changes: [change] }: ToldFact): ItemStep => ({
  event: at,
  sentence,
  from: change?.from ?? null,
  to: change?.to ?? null,
});
