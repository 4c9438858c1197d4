import { given } from '#libs/kernel/testing';
import { accountsClosed } from '../fiscal-year/accounts-fixtures.js';
import { followUpStream } from '../fiscal-year/evolve.js';
import { decided } from '../fiscal-year/fixtures.js';
import { citeFollowUpFact } from './cite-fact.js';

const paragraph = { revision: 0, basis: decided('SN 2024-02-20, § 9', '2024-02-20') };

it('a later fact says under which paragraph the accounts were closed', () => {
  const state = given(followUpStream, [accountsClosed])
    .when(citeFollowUpFact, paragraph)
    .thenRecorded({ type: 'FactCited', data: { revision: 0 }, basis: paragraph.basis });
  expect(state.accounts?.citation).toBe('SN 2024-02-20, § 9');
});

it('only an uncited fact can be cited', () => {
  given(followUpStream)
    .when(citeFollowUpFact, paragraph)
    .thenRejected('fact-not-uncited', { revision: 0, uncitedRevisions: [] });
});
