import { readFile } from 'node:fs/promises';
import { tellEvents, type AnyTeller } from '#libs/kernel';
import { record, toldText } from '#libs/kernel/testing';
import {
  committeeYearSamples,
  decisionRegistered,
  interimAccountsCorrected,
} from '../committee-year/fixtures.js';
import { decisionsStreamId, type DecisionsEvent } from '../contract/index.js';
import { decisionTeller } from './tell-decisions.js';

const golden = new URL('./tell-decisions.golden.txt', import.meta.url);
const tellers: readonly AnyTeller[] = [decisionTeller];
const told = (facts: readonly DecisionsEvent[]) =>
  tellEvents(tellers, record(decisionsStreamId('alingsas', 'SN', 2023), facts));

describe('a paragraph in words', () => {
  it('tells one fact of every type, and what each changed from what to what', async () => {
    const events = record(decisionsStreamId('alingsas', 'SN', 2023), committeeYearSamples.slice(3));
    expect(toldText(tellers, events)).toBe(await readFile(golden, 'utf8'));
  });

  it('is told apart from the others of its year', () => {
    const facts = [
      decisionRegistered('2023-09-19', 46, 'Delårsbokslut'),
      decisionRegistered('2023-09-19', 47, 'Internkontroll'),
      interimAccountsCorrected,
    ];
    expect(told(facts).map(({ changes }) => changes.map(({ path }) => path))).toEqual([
      ['decisions/2023-09-19/46/subject'],
      ['decisions/2023-09-19/47/subject'],
      ['decisions/2023-09-19/46/text'],
    ]);
  });

  it('leaves the meetings to others, and stops at a fact of a type that this version does not know', () => {
    expect(told(committeeYearSamples.slice(0, 3)).map(({ sentence }) => sentence)).toEqual([
      null,
      null,
      null,
    ]);
    const later = { ...interimAccountsCorrected, type: 'DecisionAppealed' } as unknown as DecisionsEvent;
    expect(() => told([later])).toThrow('DecisionAppealed');
  });
});
