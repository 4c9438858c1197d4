import { applyDecorators } from '@nestjs/common';
import { ApiExtraModels, ApiResponse, getSchemaPath } from '@nestjs/swagger';
import { problemMediaType } from '../problems/problem.js';
import { ProblemAnswer } from '../problems/problem-answer.http.js';

/** Describes the problems that a route answers with. */
export function describesProblems(...statuses: readonly number[]): MethodDecorator {
  const content = { [problemMediaType]: { schema: { $ref: getSchemaPath(ProblemAnswer) } } };
  return applyDecorators(
    ApiExtraModels(ProblemAnswer),
    ...statuses.map((status) => ApiResponse({ status, description: meanings[status] ?? 'Problem', content })),
  );
}

const meanings: Readonly<Record<number, string>> = {
  400: 'Begäran har fel; errors säger var.',
  404: 'Finns inte.',
  406: 'Finns inte i något format som Accept nämner.',
  409: 'Går inte ihop med det som är registrerat.',
  412: 'Något har registrerats sedan den revision som If-Match anger.',
  413: 'För stort.',
  415: 'Inte application/json.',
  422: 'Bryter mot en regel, eller nyckeln är använd för en annan begäran.',
  503: 'Lagret svarar inte, eller vyn har inte hunnit ikapp.',
};
