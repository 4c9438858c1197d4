import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { CommitteeParams, field, type PathParameters } from '#libs/http';
import { isPlanId, planIdPattern } from '../contract/index.js';
import { maxMeasureIdLength, measureIdPattern } from './measure-id.js';

/** The date and paragraph of the adopting decision: `2024-09-17.42`. */
function IsPlanId(): PropertyDecorator {
  return applyDecorators(
    field('malformed-value', isPlanId, 'Ange planens id som datum och paragraf, som i 2024-09-17.42.'),
    ApiProperty({ type: String, pattern: planIdPattern.source, example: '2024-09-17.42' }),
  );
}

export function IsMeasureId(): PropertyDecorator {
  const isMeasureId = (value: unknown) =>
    typeof value === 'string' && value.length <= maxMeasureIdLength && measureIdPattern.test(value);
  const detail = `Ange åtgärdens id med gemener, siffror och bindestreck, högst ${maxMeasureIdLength} tecken.`;
  return applyDecorators(
    field('malformed-value', isMeasureId, detail),
    ApiProperty({
      type: String,
      pattern: measureIdPattern.source,
      maxLength: maxMeasureIdLength,
      example: 'mobile-team',
    }),
  );
}

/** `…/action-plans/:planId` */
export class ActionPlanParams extends CommitteeParams {
  @IsPlanId()
  readonly planId!: string;
}

/** `…/action-plans/:planId/measures/:measureId` */
export class MeasureParams extends ActionPlanParams {
  @IsMeasureId()
  readonly measureId!: string;
}

/** Where a plan is found. */
export function planPath({ municipality, committee, planId }: PathParameters): string {
  return `/api/v1/${municipality}/committees/${committee}/action-plans/${planId}`;
}
