import type { DomainEvent } from '#libs/kernel';

/** The municipality has this name from the date on which the fact takes effect. */
export type MunicipalityNamed = DomainEvent<'MunicipalityNamed', { readonly name: string }>;

export type MunicipalityEvent = MunicipalityNamed;

export const schemaVersions = { MunicipalityNamed: 1 } as const satisfies Record<
  MunicipalityEvent['type'],
  number
>;
