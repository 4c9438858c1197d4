import type { CommandContext } from '#libs/command';
import type { FastifyRequest } from 'fastify';

declare module 'fastify' {
  interface FastifyRequest {
    /** The body as it was sent; what the request's hash is taken over. */
    rawBody?: Uint8Array;
    /** Set by `@Records` before the handler runs. */
    commandContext?: CommandContext;
    /** Set where the answer's status depends on what was recorded. */
    answeredStatus?: number;
    /** The code of the problem that the request was answered with. */
    problemCode?: string;
  }
}

/** A request with the parameters of its path. */
export type ParagrafRequest = FastifyRequest<{ Params: Record<string, string> }>;
