import { parseCitation } from '#libs/kernel';
import type { Reference } from './reference.js';
import { tkr, uncited, type DemoRequest } from './request.js';
import { statementBody } from './statement-body.js';

/** The nine rounds of 2023 with forecasts and notes, and the accounts of 2022 and 2023. */
export function followUpRequests(
  { forecastRounds, operating }: Reference,
  committeePath: string,
): DemoRequest[] {
  const path = `${committeePath}/follow-up`;
  const rounds = forecastRounds['2023']?.rounds ?? [];
  const accounts = (year: '2022' | '2023', statement: keyof Reference['operating']) => ({
    what: `Bokslut ${year}`,
    path: `${path}/${year}/accounts`,
    body: { ...uncited(`${year}-12-31`), precision: 'tkr', ...statementBody(operating[statement]) },
  });
  return [
    accounts('2022', '2022'),
    {
      what: 'Uppföljningens kalender 2023',
      path: `${path}/2023/calendar`,
      body: {
        rounds: rounds.map(({ round, citation }) => ({
          round,
          date: parseCitation(citation)?.date,
          kind: kinds[round] ?? 'monthly',
        })),
      },
    },
    ...rounds.flatMap(({ round, citation, forecast }) => [
      {
        what: `Prognos vid avstämning ${round}`,
        path: `${path}/2023/rounds/${round}/forecast`,
        body: {
          figureKind: 'variance',
          precision: 'tkr',
          figures: [{ accountGroup: 'annualResult', amountOre: tkr(forecast) }],
        },
      },
      { what: citation, path: `${path}/2023/rounds/${round}/note`, body: { citation } },
    ]),
    accounts('2023', '2023-outcome'),
  ];
}

/**
 * Round 6 is the interim accounts. The accounts print one extended monthly follow-up without saying which; all nine
 * forecasts are alike, so the table is the same whichever it was.
 */
const kinds: Readonly<Record<number, string>> = { 3: 'extendedMonthly', 6: 'interimAccounts' };
