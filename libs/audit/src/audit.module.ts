import { Module, type DynamicModule } from '@nestjs/common';
import type { Projection } from '#libs/kernel';
import { ErasureMarks } from './log/erasure-marks.adapter.js';
import { ShownAnswers } from './notary/shown.http.js';
import { ConsistencyQueryHandler } from './prove-consistency/consistency.handler.js';
import { ConsistencyHttp } from './prove-consistency/consistency.http.js';
import { InclusionQueryHandler } from './prove-inclusion/inclusion.handler.js';
import { InclusionHttp } from './prove-inclusion/inclusion.http.js';
import { BundleQueryHandler } from './take-bundle/bundle.handler.js';
import { BundleHttp } from './take-bundle/bundle.http.js';
import { ReceiptQueryHandler } from './take-receipt/receipt.handler.js';
import { CheckpointQueryHandler, CheckpointsQueryHandler } from './view-checkpoints/checkpoints.handler.js';
import { CheckpointsHttp } from './view-checkpoints/checkpoints.http.js';
import { CitationsQueryHandler } from './view-citations/citations.handler.js';
import { CitationsHttp } from './view-citations/citations.http.js';
import { LogQueryHandler } from './view-log/log.handler.js';
import { LogHttp } from './view-log/log.http.js';
import { TileQueryHandler } from './view-tiles/tiles.handler.js';
import { TilesHttp } from './view-tiles/tiles.http.js';
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
      controllers: [
        LogHttp,
        CitationsHttp,
        UncitedHttp,
        CheckpointsHttp,
        TilesHttp,
        InclusionHttp,
        ConsistencyHttp,
        BundleHttp,
      ],
      providers: [
        { provide: UncitedFacts, useValue: new UncitedFacts(uncited) },
        ErasureMarks,
        LogQueryHandler,
        CitationsQueryHandler,
        ShownAnswers,
        CheckpointQueryHandler,
        CheckpointsQueryHandler,
        TileQueryHandler,
        InclusionQueryHandler,
        ConsistencyQueryHandler,
        BundleQueryHandler,
        ReceiptQueryHandler,
        UncitedQueryHandler,
      ],
    };
  }
}
