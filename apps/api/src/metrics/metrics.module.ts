import { Global, Module } from '@nestjs/common';
import { MetricsHttp } from './metrics.http.js';
import { Metrics } from './metrics.js';

@Global()
@Module({ controllers: [MetricsHttp], providers: [Metrics], exports: [Metrics] })
export class MetricsModule {}
