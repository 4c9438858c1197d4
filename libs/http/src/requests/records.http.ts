import { applyDecorators, HttpCode, SetMetadata, UseInterceptors } from '@nestjs/common';
import { ApiHeader, ApiResponse } from '@nestjs/swagger';
import { RecordedAnswer } from './recorded-answer.http.js';
import { describesProblems } from './described-problems.http.js';
import { RecordsInterceptor, recordsMetadata } from './records-interceptor.http.js';
import type { RecordsOptions } from './records-options.js';

/**
 * Marks a command route. Its handler answers a `CommandOutcome`: what was recorded becomes the answer with `Location`,
 * `ETag` and `Paragraf-Position`; a refusal becomes a problem.
 */
export function Records<Body = object>(options: RecordsOptions<Body>): MethodDecorator {
  const { status } = options;
  return applyDecorators(
    HttpCode(status),
    SetMetadata(recordsMetadata, options),
    UseInterceptors(RecordsInterceptor),
    ApiHeader({
      name: 'If-Match',
      required: false,
      description: 'Den revision som senast lästes, som i "7".',
      schema: { type: 'string' },
    }),
    ApiHeader({
      name: 'Idempotency-Key',
      required: false,
      description: 'Samma nyckel och samma begäran registreras en gång.',
      schema: { type: 'string', maxLength: 255 },
    }),
    ...(options.isChange ? [200, status] : [status]).map((code) =>
      ApiResponse({
        status: code,
        type: RecordedAnswer,
        description: 'Registrerat.',
        headers: answeredHeaders,
      }),
    ),
    describesProblems(400, 404, 409, 412, 413, 415, 422, 503),
  );
}

const answeredHeaders = {
  Location: { description: 'Var det registrerade finns.', schema: { type: 'string' as const } },
  ETag: { description: 'Strömmens revision inom citattecken.', schema: { type: 'string' as const } },
  'Paragraf-Position': {
    description: 'Platsen i kommunens logg; ge den som afterPosition.',
    schema: { type: 'string' as const },
  },
};
