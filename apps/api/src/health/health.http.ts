import { Controller, Get, HttpStatus, Res, ServiceUnavailableException } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { HealthCheck, HealthCheckService, type HealthCheckResult } from '@nestjs/terminus';
import type { FastifyReply } from 'fastify';
import { NotaryHealth } from './notary-health.adapter.js';
import { Readiness } from './readiness.adapter.js';

/** For whoever runs Paragraf: is the process alive, and can it answer? */
@ApiTags('operations')
@Controller('health')
export class HealthHttp {
  constructor(
    private readonly health: HealthCheckService,
    private readonly readiness: Readiness,
    private readonly notary: NotaryHealth,
  ) {}

  /** Whether the process is alive. Says nothing of the database. */
  @Get('live')
  @HealthCheck()
  live(): Promise<HealthCheckResult> {
    return this.health.check([]);
  }

  /**
   * Whether the database, the event store and the read models can serve; 503 with what cannot. How the notary fares
   * stands beside it and decides nothing.
   */
  @Get('ready')
  @HealthCheck()
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<HealthCheckResult> {
    const result = await this.health.check(this.readiness.checks()).catch((error: unknown) => {
      // The result of a failed check is an answer, not a problem: monitors read its parts.
      if (!(error instanceof ServiceUnavailableException)) throw error;
      void reply.status(HttpStatus.SERVICE_UNAVAILABLE);
      return error.getResponse() as HealthCheckResult;
    });
    return this.notary.addTo(result);
  }
}
