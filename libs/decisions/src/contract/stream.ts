import { streamName, type StreamId } from '#libs/kernel';

export const decisionsContext = 'decisions';

/** The stream of a committee's meetings and paragraphs of one year: `decisions-SN.2023`. */
export function decisionsStreamId(tenant: string, committee: string, year: number): StreamId {
  return { tenant, name: streamName({ context: decisionsContext, committee, key: String(year) }) };
}
