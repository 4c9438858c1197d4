import { defaultAccountGroups } from '#libs/kernel';
import { given } from '#libs/kernel/testing';
import type { FollowUpEvent } from '../contract/index.js';
import { accounts2023InTkr, accountsClosed, accountsCorrected } from '../fiscal-year/accounts-fixtures.js';
import { followUpStream } from '../fiscal-year/evolve.js';
import { inTkr, reported, tkr } from '../fiscal-year/fixtures.js';
import { correctAccounts, type CorrectAccounts } from './correct-accounts.js';

const correction: CorrectAccounts = {
  year: 2023,
  lines: inTkr({ ...accounts2023InTkr, otherCosts: -34_635 }),
  controlTotals: {},
  precision: 'tkr',
  accountGroups: defaultAccountGroups,
  investments: null,
  reason: 'En faktura var bokförd på fel år.',
  basis: reported('2024-03-19'),
};

const correcting = (changes: Partial<CorrectAccounts>, ...facts: readonly FollowUpEvent[]) =>
  given(followUpStream, facts).when(correctAccounts, { ...correction, ...changes });

describe('correcting the accounts', () => {
  it('records all of them anew with the reason; the date of the closing stays', () => {
    const state = correcting({}, accountsClosed).thenRecorded(accountsCorrected);
    expect(state.accounts).toMatchObject({ closedOn: '2023-12-31', statement: accountsCorrected.data });
  });

  it('may be done again', () => {
    correcting({}, accountsClosed, accountsCorrected).thenRecorded(accountsCorrected);
  });

  it('warns of an unusual sign', () => {
    correcting({ lines: inTkr({ staffCosts: 1 }) }, accountsClosed).thenWarned('unusual-sign');
  });
});

describe('correcting the accounts is refused', () => {
  it('where the year is not closed', () => {
    correcting({}).thenRejected('accounts-not-closed', { year: 2023 });
  });

  it('from before the closing', () => {
    correcting({ basis: reported('2023-12-30') }, accountsClosed).thenRejected(
      'effective-before-its-subject',
      {
        subject: 'AccountsClosed',
        effectiveOn: '2023-12-30',
        subjectEffectiveOn: '2023-12-31',
      },
    );
  });

  it('where a printed sum contradicts the lines', () => {
    correcting({ controlTotals: { annualResultOre: tkr(129) } }, accountsClosed).thenRejected(
      'control-total-contradicted',
    );
  });
});
