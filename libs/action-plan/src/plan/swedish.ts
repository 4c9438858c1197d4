import { enumerate, printAmount, type Ore, type Precision } from '#libs/kernel';
import type { Effect, ProgressStatus } from '../contract/index.js';
import type { MeasureStatus } from './state.js';

/** How people read what is not stated. */
export const notAvailable = 'ingen uppgift';

export const progressInSwedish: Readonly<Record<ProgressStatus, string>> = {
  notStarted: 'ej påbörjad',
  onTrack: 'enligt plan',
  atRisk: 'i riskzonen',
  delayed: 'försenad',
};

export const statusInSwedish: Readonly<Record<MeasureStatus, string>> = {
  ongoing: 'pågår',
  completed: 'slutförd',
  cancelled: 'avbruten',
};

const printed: Readonly<Record<Precision, readonly ['kr' | 'tkr' | 'mnkr', decimals: number]>> = {
  ore: ['kr', 2],
  kr: ['kr', 0],
  tkr: ['tkr', 0],
  tenthMnkr: ['mnkr', 1],
  mnkr: ['mnkr', 0],
};

/** `1 200 tkr`, in the unit in which it is known. */
export function tellAmount(amountOre: Ore, precision: Precision): string {
  const [unit, decimals] = printed[precision];
  return `${printAmount(amountOre, unit, { decimals })} ${unit}`;
}

/** `300 tkr 2024 och 600 tkr 2025`; `ingen uppgift` where none is stated. */
export function tellEffect(effect: Effect | null): string {
  if (effect === null || effect.amounts.length === 0) return notAvailable;
  const amounts = effect.amounts.map(({ year, amountOre }) => {
    const amount = tellAmount(amountOre, effect.precision);
    return year === null ? amount : `${amount} ${year}`;
  });
  return enumerate(amounts);
}

/** `1 åtgärd`, `5 åtgärder` */
export function countMeasures(count: number): string {
  return `${count} ${count === 1 ? 'åtgärd' : 'åtgärder'}`;
}
