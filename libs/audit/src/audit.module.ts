import { Module, type DynamicModule } from '@nestjs/common';
import type { Projection } from '#libs/kernel';
import { CitationsQueryHandler } from './view-citations/citations.handler.js';
import { CitationsHttp } from './view-citations/citations.http.js';
import { LogQueryHandler } from './view-log/log.handler.js';
import { LogHttp } from './view-log/log.http.js';
import { UncitedFacts } from './view-uncited/uncited-facts.adapter.js';
import type { UncitedStreamDoc } from './view-uncited/uncited-facts.js';
import { UncitedQueryHandler } from './view-uncited/uncited.handler.js';
import { UncitedHttp } from './view-uncited/uncited.http.js';

/** What auditors read of the log, whatever context wrote it. */
@Module({})
export class AuditModule {
  /** Takes the projection that the application keeps as a read model: `uncitedFacts` of all its contexts. */
  static forRoot(uncited: Projection<UncitedStreamDoc>): DynamicModule {
    return {
      module: AuditModule,
      controllers: [LogHttp, CitationsHttp, UncitedHttp],
      providers: [
        { provide: UncitedFacts, useValue: new UncitedFacts(uncited) },
        LogQueryHandler,
        CitationsQueryHandler,
        UncitedQueryHandler,
      ],
    };
  }
}
