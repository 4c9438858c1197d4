import type { Reference } from './reference.js';
import type { DemoRequest } from './request.js';

/** The action plan as adopted: five measures without a stated effect or due date. */
export function planRequests({ actionPlan }: Reference, committeePath: string): DemoRequest[] {
  const { citation, title, measures } = actionPlan;
  return [
    {
      what: title,
      path: `${committeePath}/action-plans`,
      body: {
        citation,
        title,
        fiscalYears: [2024, 2025],
        measures: measures.map(({ id, text }) => ({ id, text })),
      },
    },
  ];
}
