/** `budget-SN.2025` or `alingsas:budget-SN.2025` */
export const streamPattern =
  /^(?:[a-z][a-z0-9-]*:)?[a-z][A-Za-z]*(?:-[A-ZÅÄÖ][A-ZÅÄÖ0-9]{0,9})?\.[A-Za-z0-9.-]{1,100}$/u;

/** The beginning of such a name: `budget`, `budget-SN`, `alingsas:actionPlan-SN.2024`. */
export const streamPrefixPattern =
  /^(?:[a-z][a-z0-9-]*:)?[a-z][A-Za-z]*(?:-[A-ZÅÄÖ0-9]{0,10})?(?:\.[A-Za-z0-9.-]{0,100})?$/u;

/** One event type or several: `BudgetAdopted,BudgetReallocated`. */
export const eventTypesPattern = /^[A-Z][A-Za-z]{0,99}(?:,[A-Z][A-Za-z]{0,99}){0,49}$/;

/**
 * The name within the municipality, whether or not the municipality was written before it as events print it. Null
 * where another one was: nothing is read across municipalities.
 */
export function withinTenant(stream: string, tenant: string): string | null {
  const colon = stream.indexOf(':');
  if (colon < 0) return stream;
  return stream.slice(0, colon) === tenant ? stream.slice(colon + 1) : null;
}
