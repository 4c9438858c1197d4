import type { DemoRequest } from './request.js';

export interface LoadedDemo {
  /** How many commands were sent. */
  readonly sent: number;
  /** Position of the last recorded event: what a query that must see everything waits for. */
  readonly position: string;
  readonly warnings: readonly string[];
}

interface Answer {
  readonly position?: string;
  readonly warnings?: readonly { readonly detail?: string; readonly code: string }[];
  readonly detail?: string;
}

/**
 * Sends the commands one after the other, as a user would. Each carries a key of its own, so that a demo that was
 * interrupted goes on where it stopped and nothing is recorded twice.
 */
export async function loadDemo(
  origin: string,
  requests: readonly DemoRequest[],
  onProgress: (done: number) => void,
): Promise<LoadedDemo> {
  const warnings: string[] = [];
  let position = '';
  for (const [n, { what, path, body }] of requests.entries()) {
    const response = await fetch(`${origin}/api/v1${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': `paragraf-demo-1-${n + 1}` },
      body: JSON.stringify(body),
    });
    const answer = (await response.json()) as Answer;
    if (!response.ok) throw new Error(`"${what}" togs inte emot: ${answer.detail ?? response.statusText}`);
    position = answer.position ?? position;
    warnings.push(...(answer.warnings ?? []).map((warning) => `${what}: ${warning.detail ?? warning.code}`));
    onProgress(n + 1);
  }
  return { sent: requests.length, position, warnings };
}
