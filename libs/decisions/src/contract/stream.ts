import { streamName, type StreamId } from '#libs/kernel';

export const decisionsContext = 'decisions';

/** The stream of a committee's meetings and paragraphs of one year: `decisions-SN.2023`. */
export function decisionsStreamName(committee: string, year: number): string {
  return streamName({ context: decisionsContext, committee, key: String(year) });
}

export function decisionsStreamId(tenant: string, committee: string, year: number): StreamId {
  return { tenant, name: decisionsStreamName(committee, year) };
}
