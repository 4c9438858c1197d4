import {
  Inject,
  Module,
  type BeforeApplicationShutdown,
  type DynamicModule,
  type OnApplicationBootstrap,
  type Type,
} from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import type { StreamKind } from '#libs/kernel';
import type { AnyProjection } from '#libs/read-model';
import { CarriedOut } from './carry-out/carried-out.adapter.js';
import { ErasureRunner } from './carry-out/erasure-runner.adapter.js';
import { ErasureWork } from './carry-out/erasure-work.adapter.js';
import { Contexts, ParagraphRegister } from './erase-events/contexts.adapter.js';
import { EraseEventsHandler } from './erase-events/erase-events.handler.js';
import { EraseEventsHttp } from './erase-events/erase-events.http.js';
import { ErasureTrial } from './erase-events/erasure-trial.adapter.js';
import { AskedStreams } from './tell-erased/asked-streams.adapter.js';
import { TellErased } from './tell-erased/tell-erased.http.js';
import { ErasuresQueryHandler } from './view-erasures/erasures.handler.js';
import { ErasuresHttp } from './view-erasures/erasures.http.js';

export interface ErasureModuleOptions {
  /** What the contexts have: an erasure is tried on all of it. */
  readonly streams: readonly StreamKind[];
  readonly projections: readonly AnyProjection[];
  /** The token of whoever tells whether a paragraph is registered; its module is global. */
  readonly paragraphs: Type<ParagraphRegister> | (abstract new () => ParagraphRegister);
  /** What the read models note their questions in. */
  readonly asked: AskedStreams;
  /** Whether this process carries erasures out by itself; true unless told. */
  readonly run?: boolean;
}

const RUN = Symbol('ErasureModuleRun');

/** Erases events by decisions, carries that out for as long as the application lives, and tells of it. */
@Module({})
export class ErasureModule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  static forRoot(options: ErasureModuleOptions): DynamicModule {
    const { streams, projections, paragraphs, asked, run = true } = options;
    return {
      module: ErasureModule,
      controllers: [EraseEventsHttp, ErasuresHttp],
      providers: [
        { provide: RUN, useValue: run },
        { provide: Contexts, useValue: new Contexts(streams, projections) },
        { provide: ParagraphRegister, useExisting: paragraphs },
        { provide: AskedStreams, useValue: asked },
        { provide: APP_INTERCEPTOR, useClass: TellErased },
        CarriedOut,
        ErasureWork,
        ErasureRunner,
        ErasureTrial,
        EraseEventsHandler,
        ErasuresQueryHandler,
      ],
    };
  }

  constructor(
    @Inject(RUN) private readonly run: boolean,
    @Inject(ErasureRunner) private readonly runner: ErasureRunner,
  ) {}

  onApplicationBootstrap(): void {
    if (this.run) this.runner.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.runner.stop();
  }
}
