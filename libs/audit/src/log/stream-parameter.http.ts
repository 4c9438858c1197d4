import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { field, fieldError, invalidRequest } from '#libs/http';
import { streamPattern, withinTenant } from './stream-filter.js';

/** A stream's whole name, with or without the municipality. */
export function IsStream(): PropertyDecorator {
  const isStream = (value: unknown) => typeof value === 'string' && streamPattern.test(value);
  return applyDecorators(
    field('malformed-value', isStream, 'Ange strömmens namn, som i budget-SN.2025.'),
    ApiProperty({ type: String, example: 'budget-SN.2025' }),
  );
}

/** The name within the municipality. Refuses a parameter that names a stream of another one. */
export function ownStream(parameter: string, stream: string | undefined, tenant: string): string | undefined {
  if (stream === undefined) return undefined;
  const name = withinTenant(stream, tenant);
  if (name === null) throw invalidRequest(fieldError({ parameter }, 'malformed-value'));
  return name;
}
