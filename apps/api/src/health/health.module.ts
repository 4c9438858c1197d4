import { Module } from '@nestjs/common';
import { TerminusModule } from '@nestjs/terminus';
import { HealthHttp } from './health.http.js';
import { NotaryHealth } from './notary-health.adapter.js';
import { Readiness } from './readiness.adapter.js';

@Module({
  imports: [TerminusModule.forRoot({ logger: false })],
  controllers: [HealthHttp],
  providers: [Readiness, NotaryHealth],
})
export class HealthModule {}
