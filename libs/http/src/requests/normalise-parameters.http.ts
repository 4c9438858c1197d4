import type { FastifyRequest } from 'fastify';

/** A Fastify hook: path and query are text from outside, so an Å typed as two characters becomes one here. */
export async function normaliseParameters(request: FastifyRequest): Promise<void> {
  for (const parameters of [request.params, request.query] as Record<string, unknown>[]) {
    for (const [name, value] of Object.entries(parameters ?? {})) {
      if (typeof value === 'string') parameters[name] = value.normalize('NFC');
    }
  }
}
