import { foldInto, qualifies, type AsOf } from '#libs/kernel';
import { record } from '#libs/kernel/testing';
import {
  committeeYearSamples,
  decisionRegistered,
  interimAccountsCorrected,
  interimAccountsDecided,
  minutesApproved,
  noticePublished,
} from '../committee-year/fixtures.js';
import { decisionsStreamId } from '../contract/index.js';
import { decisionOn } from './decision-on.js';
import { decisions } from './decisions.js';

const key = 'SN 2023-09-19, § 46';
const correctedLater = {
  ...interimAccountsCorrected,
  basis: { ...interimAccountsCorrected.basis, effectiveOn: '2023-10-02' },
};
const log = [
  ...record(decisionsStreamId('alingsas', 'SN', 2023), [
    decisionRegistered('2023-03-21', 19, 'Budgetuppföljning, prognos'),
    interimAccountsDecided,
    minutesApproved,
    noticePublished,
    correctedLater,
  ]),
  ...record(
    decisionsStreamId('alingsas', 'VON', 2023),
    [decisionRegistered('2023-09-19', 46, 'Delårsbokslut, vård och omsorg')],
    { firstPosition: 6 },
  ),
];

function read(on: string, asOf: AsOf = { asOf: on }) {
  const then = log.filter((event) => qualifies(event, asOf));
  const doc = foldInto(decisions, new Map(), then).get(key);
  return doc ? decisionOn(doc, on) : null;
}

describe('a paragraph', () => {
  it('is there from the day of its meeting', () => {
    expect(read('2023-09-18')).toBeNull();
    expect(read('2023-09-19')).toMatchObject({
      ...interimAccountsDecided.data,
      citation: key,
      committee: 'SN',
      year: 2023,
      stage: 'registered',
      appealPeriod: null,
      registeredAt: '2026-01-01T00:01:00.000Z',
      revision: 1,
    });
  });

  it('has come as far as it had on the date', () => {
    const stages = ['2023-09-26', '2023-09-27', '2023-10-18', '2023-10-19'].map((on) => read(on)?.stage);
    expect(stages).toEqual(['minutesApproved', 'announced', 'announced', 'legalForce']);
    expect(read('2023-09-27')?.appealPeriod).toEqual({
      from: '2023-09-27',
      to: '2023-10-18',
      legalForceOn: '2023-10-19',
    });
  });

  it('keeps the text that a correction replaced', () => {
    expect(read('2023-10-01')?.text).toBe(interimAccountsDecided.data.text);
    expect(read('2023-10-02')).toMatchObject({
      text: interimAccountsCorrected.data.changes.text,
      former: [
        {
          content: { text: interimAccountsDecided.data.text },
          reason: 'Skrivfel vid registreringen',
          correctedOn: '2023-10-02',
          recordedAt: '2026-01-01T00:04:00.000Z',
        },
      ],
    });
  });

  it('shows only what was known at an instant', () => {
    const known = read('2024-01-01', { knownAt: '2026-01-01T00:02:00.000Z' });
    expect([known?.stage, known?.former]).toEqual(['minutesApproved', []]);
  });
});

describe('the paragraphs', () => {
  const docs = foldInto(decisions, new Map(), log);

  it('are kept apart by committee, and numbers order them', () => {
    const indexed = [...docs.values()].map((doc) => decisions.index(doc));
    expect(indexed).toEqual([
      { committee: 'SN', year: 2023, sortKey: '2023.00019' },
      { committee: 'SN', year: 2023, sortKey: '2023.00046' },
      { committee: 'VON', year: 2023, sortKey: '2023.00046' },
    ]);
  });

  it('are the same in two helpings as in one, and know every fact of the stream', () => {
    expect(foldInto(decisions, foldInto(decisions, new Map(), log.slice(0, 3)), log.slice(3))).toEqual(docs);
    const samples = record(decisionsStreamId('alingsas', 'SN', 2023), committeeYearSamples);
    expect([...foldInto(decisions, new Map(), samples).keys()]).toEqual([key]);
  });

  it.each([
    [{ key }, [{ stream: 'decisions-SN.2023' }]],
    [{ committee: 'SN', year: 2023 }, [{ stream: 'decisions-SN.2023' }]],
    [{ committee: 'SN' }, [{ prefix: 'decisions-SN.' }]],
    [{}, [{ prefix: 'decisions-' }]],
  ])('selected by %j stand in %j', (selection, streams) => {
    expect(decisions.sources(selection)).toEqual(streams);
  });
});
