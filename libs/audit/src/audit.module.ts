import { Module, type DynamicModule } from '@nestjs/common';
import type { AnyTeller, Projection, StreamSelector } from '#libs/kernel';
import { CompareDatesQueryHandler } from './compare-dates/compare-dates.handler.js';
import { CompareDatesHttp } from './compare-dates/compare-dates.http.js';
import { ExplainItemQueryHandler } from './explain-item/explain-item.handler.js';
import { ExplainItemHttp } from './explain-item/explain-item.http.js';
import { ExplainParagraphQueryHandler } from './explain-paragraph/explain-paragraph.handler.js';
import { ExplainParagraphHttp } from './explain-paragraph/explain-paragraph.http.js';
import { RestingEvents } from './explain-paragraph/resting-events.adapter.js';
import { ErasureMarks } from './log/erasure-marks.adapter.js';
import { ShownAnswers } from './notary/shown.http.js';
import { ConsistencyQueryHandler } from './prove-consistency/consistency.handler.js';
import { ConsistencyHttp } from './prove-consistency/consistency.http.js';
import { InclusionQueryHandler } from './prove-inclusion/inclusion.handler.js';
import { InclusionHttp } from './prove-inclusion/inclusion.http.js';
import { ReplayCommitteeQueryHandler } from './replay-committee/replay-committee.handler.js';
import { ReplayCommitteeHttp } from './replay-committee/replay-committee.http.js';
import { BundleQueryHandler } from './take-bundle/bundle.handler.js';
import { BundleHttp } from './take-bundle/bundle.http.js';
import { ReceiptQueryHandler } from './take-receipt/receipt.handler.js';
import { Tellers } from './told/tellers.adapter.js';
import { ToldLogs } from './told/told-logs.adapter.js';
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

export interface AuditModuleOptions {
  /** The projection that the application keeps as a read model: `uncitedFacts` of all its contexts. */
  readonly uncited: Projection<UncitedStreamDoc>;
  /** What its contexts can tell. */
  readonly tellers: readonly AnyTeller[];
  /** Told of every question that is answered in words which streams its answer is made of. */
  readonly onQuestion?: (tenant: string, sources: readonly StreamSelector[]) => void;
}

/** What auditors read of the log, whatever context wrote it. */
@Module({})
export class AuditModule {
  static forRoot({ uncited, tellers, onQuestion }: AuditModuleOptions): DynamicModule {
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
        ReplayCommitteeHttp,
        CompareDatesHttp,
        ExplainItemHttp,
        ExplainParagraphHttp,
      ],
      providers: [
        { provide: UncitedFacts, useValue: new UncitedFacts(uncited) },
        { provide: Tellers, useValue: new Tellers(tellers, onQuestion) },
        ErasureMarks,
        ToldLogs,
        RestingEvents,
        ReplayCommitteeQueryHandler,
        CompareDatesQueryHandler,
        ExplainItemQueryHandler,
        ExplainParagraphQueryHandler,
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
