import { isPlainDate, printCitation, streamName, type Citation, type StreamId } from '#libs/kernel';

export const actionPlanContext = 'actionPlan';

/** The date and paragraph of the adopting decision: `2024-09-17.42`. */
export const planIdPattern = /^\d{4}-\d{2}-\d{2}\.[1-9]\d{0,4}$/;

export function isPlanId(value: unknown): value is string {
  return typeof value === 'string' && planIdPattern.test(value) && isPlainDate(value.slice(0, 10));
}

export function planIdOf({ date, paragraph }: Citation): string {
  return `${date}.${paragraph}`;
}

/** The paragraph under which the committee adopted the plan: `SN 2024-09-17, § 42`. */
export function adoptingCitation(committee: string, planId: string): string {
  return printCitation({ body: committee, date: planId.slice(0, 10), paragraph: Number(planId.slice(11)) });
}

/** `actionPlan-SN.2024-09-17.42` */
export function actionPlanStreamName(committee: string, planId: string): string {
  return streamName({ context: actionPlanContext, committee, key: planId });
}

export function actionPlanStreamId(tenant: string, committee: string, planId: string): StreamId {
  return { tenant, name: actionPlanStreamName(committee, planId) };
}

/** What the names of all of a committee's action plans begin with. */
export function actionPlanStreamPrefix(committee: string): string {
  return `${actionPlanContext}-${committee}.`;
}
