import { lastDayOfApproval, lastDayOfAppeal, lastDayOfNotice } from './deadlines.js';
import { appealPeriod, stageOn, type Formalities } from './legal-force.js';

const announced = (removedOn: string | null): Formalities => ({
  minutesApprovedOn: '2023-09-26',
  notices: [{ publishedOn: '2023-09-27', removedOn }],
});
const on = (formalities: Formalities, ...dates: readonly string[]) =>
  dates.map((date) => stageOn(formalities, date));

describe('the times that the law sets', () => {
  it('are 14 days for the approval, two for the notice, three weeks for an appeal', () => {
    expect(lastDayOfApproval('2023-09-19')).toBe('2023-10-03');
    expect(lastDayOfNotice('2023-09-26')).toBe('2023-09-28');
    expect(lastDayOfAppeal('2023-09-27')).toBe('2023-10-18');
  });

  it('run on to the next working day', () => {
    expect(lastDayOfApproval('2023-04-21')).toBe('2023-05-05');
    expect(lastDayOfApproval('2022-12-13')).toBe('2022-12-27');
    expect(lastDayOfNotice('2023-09-28')).toBe('2023-10-02');
    expect(lastDayOfNotice('2024-12-23')).toBe('2024-12-27');
    expect(lastDayOfAppeal('2023-12-04')).toBe('2023-12-27');
  });
});

describe('a decision', () => {
  it('is registered, then approved, then announced, and then has legal force', () => {
    expect(on(announced(null), '2023-09-19', '2023-09-26', '2023-09-27', '2023-10-18', '2023-10-19')).toEqual(
      ['registered', 'minutesApproved', 'announced', 'announced', 'legalForce'],
    );
  });

  it('keeps its legal force when the notice is taken down after the appeal period', () => {
    expect(on(announced('2023-10-19'), '2023-10-18', '2023-10-19')).toEqual(['announced', 'legalForce']);
  });

  it('gets no legal force from a notice that was taken down during the appeal period', () => {
    expect(appealPeriod(announced('2023-10-18'))).toBeNull();
    expect(on(announced('2023-10-18'), '2024-01-01')).toEqual(['minutesApproved']);
  });

  it('gets legal force from a notice that was put up anew', () => {
    const anew = [...announced('2023-10-10').notices, { publishedOn: '2023-10-16', removedOn: null }];
    expect(appealPeriod({ ...announced(null), notices: anew })).toEqual({
      from: '2023-10-16',
      to: '2023-11-06',
      legalForceOn: '2023-11-07',
    });
  });
});
