import { streamName, type FiscalYear, type StreamId } from '#libs/kernel';

export const followUpContext = 'followUp';

/** `followUp-SN.2023`: one stream a committee and fiscal year. */
export function followUpStreamName(committee: string, year: FiscalYear): string {
  return streamName({ context: followUpContext, committee, key: String(year) });
}

export function followUpStreamId(tenant: string, committee: string, year: FiscalYear): StreamId {
  return { tenant, name: followUpStreamName(committee, year) };
}
