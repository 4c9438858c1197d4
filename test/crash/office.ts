import { Clerk } from './clerk.js';
import { send, type Acknowledged } from './client.js';

const municipality = '/alingsas';
const committees = ['SN', 'VON', 'BUN', 'KUN'];

/** What has to be there before the clerks can work: committees with a budget and a calendar. */
export async function prepare(url: string): Promise<readonly Acknowledged[]> {
  const commands = committees.flatMap((code) => {
    const path = `${municipality}/committees/${code}`;
    const uncited = { reason: 'Protokollet finns inte kvar.', effectiveOn: '2023-01-01' };
    return [
      {
        path: `${municipality}/committees`,
        body: { code, name: `Nämnden ${code}`, validFrom: '2019-01-01' },
      },
      { path: `${path}/decisions`, body: { date: '2023-01-10', paragraph: 1, subject: 'Omfördelning' } },
      { path: `${path}/budgets/2023`, body: { uncited, lines } },
      {
        path: `${path}/follow-up/2023/calendar`,
        body: { rounds: [{ round: 1, date: '2023-03-21', kind: 'monthly' }] },
      },
    ];
  });
  const answers: Acknowledged[] = [];
  for (const [n, command] of commands.entries()) {
    const answer = await send(url, { key: `prepare-${n}`, ...command });
    if (answer?.status !== 201) throw new Error(`Not prepared: ${JSON.stringify({ command, answer })}`);
    answers.push(answer);
  }
  return answers;
}

const lines = [
  { accountGroup: 'staffCosts', amountOre: -6_000_000_00 },
  { accountGroup: 'otherCosts', amountOre: -4_000_000_00 },
  { accountGroup: 'municipalGrant', amountOre: 10_000_000_00 },
];

/** Two clerks a committee, on different streams: one moves money to and fro, one revises the forecast. */
export function clerks(): Clerk[] {
  return committees.flatMap((code) => {
    const path = `${municipality}/committees/${code}`;
    return [
      new Clerk(`${code}-reallocates`, (serial) => ({
        path: `${path}/budgets/2023/reallocations`,
        body: { citation: `${code} 2023-01-10, § 1`, changes: reallocation(serial) },
      })),
      new Clerk(`${code}-forecasts`, (serial) => ({
        path: `${path}/follow-up/2023/rounds/1/forecast`,
        body: {
          figureKind: 'variance',
          figures: [{ accountGroup: 'annualResult', amountOre: serial * 100 }],
        },
      })),
    ];
  });
}

function reallocation(serial: number) {
  const amountOre = serial % 2 === 0 ? 100_00 : -100_00;
  return [
    { accountGroup: 'staffCosts', changeOre: amountOre },
    { accountGroup: 'otherCosts', changeOre: -amountOre },
  ];
}
