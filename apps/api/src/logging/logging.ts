import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Params } from 'nestjs-pino';
import type { DestinationStream, LogFn, Logger } from 'pino';
import type { LogLevel } from '../settings.js';

/**
 * Structured logs: one JSON object a line, or one readable line where somebody looks on in a terminal. Neither bodies
 * nor headers are ever logged: they may hold what was to be registered, and secrets.
 */
export function logging(level: LogLevel, destination: DestinationStream): Params {
  return {
    // The library's own default, `{/*splat}`, matches nothing on Fastify.
    forRoutes: ['/*splat'],
    pinoHttp: [
      {
        level,
        base: null,
        timestamp: () => `,"time":"${new Date().toISOString()}"`,
        formatters: { level: (label) => ({ level: label }) },
        hooks: { logMethod: omitFramework },
        autoLogging: level !== 'silent',
        // Fastify gives the correlation id to the request before any middleware runs.
        genReqId: (request: IncomingMessage) => request.id,
        customLogLevel: (_, response, error) => levelOf(response, error),
        customSuccessMessage: (request, response) =>
          `${request.method} ${pathOf(request)} ${response.statusCode}`,
        customErrorMessage: (request, response) =>
          `${request.method} ${pathOf(request)} ${response.statusCode}`,
        // What went wrong is logged where it is met; this line only says how the request was answered.
        customErrorObject: (_, __, ___, { err: _err, ...line }: { err?: unknown }) => line,
        customAttributeKeys: { responseTime: 'durationMs' },
        serializers: {
          req: ({ id, method, url }: { id: string; method: string; url: string }) => ({
            correlationId: id,
            method,
            url,
          }),
          res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
        },
      },
      destination,
    ],
  };
}

/** What these tell is the same at every start, or is thrown as well. */
const framework = new Set([
  'InstanceLoader',
  'NestApplication',
  'NestFactory',
  'RouterExplorer',
  'RoutesResolver',
]);

function omitFramework(this: Logger, args: Parameters<LogFn>, method: LogFn): void {
  const [{ context }] = args as unknown as [{ context?: string }];
  if (context === undefined || !framework.has(context)) method.apply(this, args);
}

function levelOf(response: ServerResponse, error: Error | undefined): 'error' | 'warn' | 'info' | 'debug' {
  if (isProbe(response.req)) return 'debug';
  if (error || response.statusCode >= 500) return 'error';
  return response.statusCode >= 400 ? 'warn' : 'info';
}

/** Asked every few seconds by machines; at the usual level they would drown the rest. */
function isProbe(request: IncomingMessage): boolean {
  return /^\/(health\/|metrics$)/.test(pathOf(request));
}

function pathOf({ url = '' }: IncomingMessage): string {
  return url.split('?', 1)[0] ?? '';
}
