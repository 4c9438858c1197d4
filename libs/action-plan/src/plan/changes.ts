/** One term, from what to what. */
export interface FieldChange<Field extends PropertyKey = string, Value = unknown> {
  readonly field: Field;
  readonly from: Value;
  readonly to: Value;
}

/** The terms with the changes made. */
export function withChanges<Terms extends object>(
  terms: Terms,
  changes: readonly FieldChange<keyof Terms & string>[],
): Terms {
  return { ...terms, ...Object.fromEntries(changes.map(({ field, to }) => [field, to])) };
}

/** What `wanted` would change, in the order of `fields`. A field that it leaves out stays; null takes a term away. */
export function changesTo<Terms extends object, Field extends keyof Terms & string>(
  terms: Terms,
  wanted: { readonly [F in Field]?: Terms[F] | undefined },
  fields: readonly Field[],
): readonly { readonly [F in Field]: FieldChange<F, Terms[F]> }[Field][] {
  return fields.flatMap((field) => {
    const to = wanted[field];
    return to === undefined || sameFact(terms[field], to) ? [] : [{ field, from: terms[field], to }];
  });
}

/** Whether two pieces of plain data say the same; the order of keys says nothing. */
export function sameFact(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  const [left, right] = [one as Record<string, unknown>, other as Record<string, unknown>];
  const keys = Object.keys(left);
  return keys.length === Object.keys(right).length && keys.every((key) => sameFact(left[key], right[key]));
}
