import type { Metric, NotAvailable } from '#libs/follow-up';

const reasons: Readonly<Record<NotAvailable, string>> = {
  'accounts-not-closed': 'bokslutet är inte klart',
  'budget-not-adopted': 'budgeten är inte antagen',
  'no-forecast': 'ingen prognos',
  'forecast-of-another-measure': 'prognosen avser en annan summa',
  'forecast-incomplete': 'prognosen saknar kontogrupper',
  'kinds-differ': 'prognoserna är av olika slag',
  'no-earlier-round': 'ingen tidigare avstämning',
  'forecast-never-moved': 'prognosen ändrades aldrig, så måttet säger inget',
  'no-variation': 'ändringarna är lika stora, så måttet säger inget',
  'too-few-rounds': 'för få avstämningar',
  'too-few-years': 'för få år',
  'outcomes-missing': 'månadsutfall saknas',
  'no-earlier-years': 'inga tidigare år med alla månader',
  'out-of-range': 'summan är större än vad som kan registreras',
  'whole-is-zero': 'det som skulle divideras med är 0',
};

/** The figure as it is told, or why there is none: `ingen uppgift (bokslutet är inte klart)`. */
export function tellMetric<Value>(metric: Metric<Value>, tell: (value: Value) => string): string {
  return 'value' in metric ? tell(metric.value) : `ingen uppgift (${reasons[metric.notAvailable]})`;
}

/** The figure, or null where there is none. */
export function valueOf<Value>(metric: Metric<Value>): Value | null {
  return 'value' in metric ? metric.value : null;
}
