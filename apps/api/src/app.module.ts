import { Module, type DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { LoggerModule } from 'nestjs-pino';
import { AskedStreams, AuditModule, ErasureModule } from '#libs/audit';
import { BasisRegister } from '#libs/decisions/contract';
import { HttpModule } from '#libs/http';
import { ReadModelModule } from '#libs/read-model';
import { contexts, projections, streams, tellers, uncited } from './contexts.js';
import { HealthModule } from './health/health.module.js';
import { IdentityModule } from './identity.module.js';
import { logging } from './logging/logging.js';
import { logDestination } from './logging/readable-stream.js';
import { MetricsModule } from './metrics/metrics.module.js';
import type { NotaryRole } from './notary/installation-key.adapter.js';
import { InstallationNotaryModule } from './notary/installation-notary.module.js';
import { PersistenceModule } from './persistence/persistence.module.js';
import { problems, warnings } from './problem-details/index.js';
import type { Config } from './settings.js';

export interface AppOptions {
  readonly config: Config;
  readonly databaseUrl: string;
  /** Whether this process keeps the read models up to date; true unless told. */
  readonly run?: boolean;
  /** Follows the logs unless told. */
  readonly notary?: NotaryRole;
}

/** The composition root: what every part is made of is decided here and nowhere else. */
@Module({})
export class AppModule {
  static forRoot({ config, databaseUrl, run = true, notary = 'follows' }: AppOptions): DynamicModule {
    const { eventStoreUrl, maxBodyBytes } = config;
    const asked = new AskedStreams();
    return {
      module: AppModule,
      imports: [
        LoggerModule.forRoot(logging(config.logLevel, logDestination(process.stdout))),
        MetricsModule,
        CqrsModule.forRoot(),
        IdentityModule.forRoot(config.actor),
        PersistenceModule.forRoot({ databaseUrl, eventStoreUrl }),
        ReadModelModule.forRoot({ projections, run, queries: { onQuestion: asked.note } }),
        InstallationNotaryModule.forRoot(config, notary),
        HttpModule.forRoot({ problems, warnings, maxBodyBytes }),
        HealthModule,
        ...contexts.map(({ module }) => module),
        AuditModule.forRoot({ uncited, tellers, onQuestion: asked.note }),
        ErasureModule.forRoot({ streams, projections, paragraphs: BasisRegister, asked, run }),
      ],
    };
  }
}
