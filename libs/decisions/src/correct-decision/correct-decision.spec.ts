import { given } from '#libs/kernel/testing';
import { interimAccountsCorrected, interimAccountsDecided } from '../committee-year/fixtures.js';
import { committeeYearStream } from '../committee-year/state.js';
import { correctDecision, type CorrectDecision } from './correct-decision.js';

const { changes, reason } = interimAccountsCorrected.data;
const command: CorrectDecision = {
  committee: 'SN',
  date: '2023-09-19',
  paragraph: 46,
  changes,
  reason,
  effectiveOn: null,
};
const decided = given(committeeYearStream, [interimAccountsDecided]);

describe('correcting a decision', () => {
  it('records what holds instead, from the day of the decision unless told', () => {
    decided.when(correctDecision, command).thenRecorded(interimAccountsCorrected);
  });

  it('records only what differs', () => {
    const all = {
      ...changes,
      subject: 'Delårsbokslut, prognos',
      dissents: interimAccountsDecided.data.dissents,
    };
    decided.when(correctDecision, { ...command, changes: all }).thenRecorded(interimAccountsCorrected);
  });

  it('from a later date leaves what held until then', () => {
    decided.when(correctDecision, { ...command, effectiveOn: '2023-10-02' }).thenRecorded({
      ...interimAccountsCorrected,
      basis: { ...interimAccountsCorrected.basis, effectiveOn: '2023-10-02' },
    });
  });

  it('is refused where nothing would be another', () => {
    decided
      .when(correctDecision, { ...command, changes: { subject: 'Delårsbokslut, prognos' } })
      .thenRejected('correction-changes-nothing', { citation: 'SN 2023-09-19, § 46' });
  });

  it('is refused from before the decision', () => {
    decided
      .when(correctDecision, { ...command, effectiveOn: '2023-09-18' })
      .thenRejected('correction-before-decision', {
        citation: 'SN 2023-09-19, § 46',
        effectiveOn: '2023-09-18',
        decidedOn: '2023-09-19',
      });
  });

  it('is refused where the paragraph is registered for another date', () => {
    decided.when(correctDecision, { ...command, date: '2023-09-18' }).thenRejected('decision-unknown', {
      citation: 'SN 2023-09-18, § 46',
      registeredAs: 'SN 2023-09-19, § 46',
    });
  });

  it('is refused where the paragraph is not registered', () => {
    decided
      .when(correctDecision, { ...command, paragraph: 47 })
      .thenRejected('decision-unknown', { citation: 'SN 2023-09-19, § 47', registeredAs: null });
  });
});
