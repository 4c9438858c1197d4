import { budgetRequests } from './budget-requests.js';
import { followUpRequests } from './follow-up-requests.js';
import { planRequests } from './plan-requests.js';
import type { Reference } from './reference.js';
import { registerRequests } from './register-requests.js';
import type { DemoRequest } from './request.js';

/** The committee that the demo is about. */
export const demoCommittee = 'SN';

/** Everything that the reference documents tell, in the order in which a committee secretary could enter it. */
export function demoRequests(reference: Reference): readonly DemoRequest[] {
  const committeePath = `/${reference.municipality.id}/committees/${demoCommittee}`;
  return [
    ...registerRequests(reference),
    ...budgetRequests(reference, committeePath),
    ...followUpRequests(reference, committeePath),
    ...planRequests(reference, committeePath),
  ];
}
