import { Injectable } from '@nestjs/common';
import { EventStore } from '#libs/event-store';
import { parseStreamId, parseStreamName, qualifies, type Recorded, type StreamSelector } from '#libs/kernel';
import { readSources, type ReadOptions } from '#libs/read-model';
import { ErasureMarks } from '../log/erasure-marks.adapter.js';
import type { LoggedEvent } from '../log/logged-event.js';
import { concerns, withItemsOf } from './some-documents.js';
import { Tellers } from './tellers.adapter.js';
import type { ToldLog } from './told-log.js';

/**
 * Reads what is to be told from the event store itself: never behind, and always from the beginning, since what an
 * event changed follows from all that came before it.
 */
@Injectable()
export class ToldLogs {
  constructor(
    private readonly store: EventStore,
    private readonly tellers: Tellers,
    private readonly marks: ErasureMarks,
  ) {}

  /** A committee's events, as far as they held and were known. Takes as long as there are events of it. */
  async ofCommittee(tenant: string, committee: string, times: ReadOptions = {}): Promise<ToldLog> {
    const tellers = this.tellers.all.map((teller) => withItemsOf(teller, committee));
    const sources = tellers.flatMap(({ projection }) => projection.sources({ committee }));
    const isAsked = (event: Recorded) => isOf(event, committee) || concerns(committee, tellers, event);
    return { tellers, isAsked, events: await this.read(tenant, sources, times) };
  }

  /** The events of the sources that qualify, each once. Throws InvalidPositionError for what is no position. */
  async read(
    tenant: string,
    sources: readonly StreamSelector[],
    { afterPosition, ...times }: ReadOptions,
  ): Promise<readonly LoggedEvent[]> {
    if (afterPosition !== undefined) this.store.comparePositions(afterPosition, afterPosition);
    const each = [...new Map(sources.map((source) => [JSON.stringify(source), source])).values()];
    this.tellers.onQuestion(tenant, each);
    const events = await readSources(this.store, tenant, each, times);
    return this.marks.on(
      tenant,
      events.filter((event) => qualifies(event, times)),
    );
  }
}

/** Whether it stands in a stream of the committee: of an erased event nothing else is known. */
function isOf({ record }: Recorded, committee: string): boolean {
  return parseStreamName(parseStreamId(record.stream).name).committee === committee;
}
