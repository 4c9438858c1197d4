import { isAmountOre, type Ore } from '#libs/kernel';

/** Why a figure cannot be given. A figure that cannot be given is never 0. */
export type NotAvailable =
  | 'accounts-not-closed'
  | 'budget-not-adopted'
  /** The round has no forecast; one of an earlier round is never carried forward. */
  | 'no-forecast'
  /** The forecast is of another sum, e.g. of net cost where the annual result is asked for. */
  | 'forecast-of-another-measure'
  /** The forecast leaves out account groups that are budgeted. */
  | 'forecast-incomplete'
  /** A level and a variance, or figures of two measures, follow each other. */
  | 'kinds-differ'
  | 'no-earlier-round'
  /** The forecast never moved, so how it moved tells nothing. */
  | 'forecast-never-moved'
  /** The changes are all alike, so nothing varies together. */
  | 'no-variation'
  | 'too-few-rounds'
  | 'too-few-years'
  /** The month's outcome, or every month's before the round, is missing. */
  | 'outcomes-missing'
  /** No earlier year has all its months. */
  | 'no-earlier-years'
  /** What would be divided by is 0. */
  | 'whole-is-zero'
  /** The figures go together to something beyond any amount. */
  | 'out-of-range';

/** A figure, or why there is none. */
export type Metric<Value> = { readonly value: Value } | { readonly notAvailable: NotAvailable };

export function available<Value>(value: Value): Metric<Value> {
  return { value };
}

export function notAvailable(reason: NotAvailable): { readonly notAvailable: NotAvailable } {
  return { notAvailable: reason };
}

export function isAvailable<Value>(metric: Metric<Value>): metric is { readonly value: Value } {
  return 'value' in metric;
}

/** What follows from a figure; where there is none, the reason stays. */
export function andThen<From, To>(metric: Metric<From>, next: (value: From) => Metric<To>): Metric<To> {
  return isAvailable(metric) ? next(metric.value) : metric;
}

/** What follows from two figures; where one is missing, its reason. */
export function both<A, B, To>(a: Metric<A>, b: Metric<B>, next: (a: A, b: B) => Metric<To>): Metric<To> {
  return andThen(a, (one) => andThen(b, (other) => next(one, other)));
}

/** The figure, or null where there is none. */
export function valueOrNull<Value>(metric: Metric<Value>): Value | null {
  return isAvailable(metric) ? metric.value : null;
}

/** An amount that was computed from others, where it is one that could be recorded. */
export function amountWithinLimits(amountOre: Ore): Metric<Ore> {
  return isAmountOre(amountOre) ? available(amountOre) : notAvailable('out-of-range');
}

/** The figures that can be given, in order. */
export function availableOnes<Value>(metrics: readonly Metric<Value>[]): readonly Value[] {
  return metrics.filter(isAvailable).map(({ value }) => value);
}
