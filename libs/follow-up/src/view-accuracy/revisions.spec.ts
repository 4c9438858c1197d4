import { valueOrNull } from '../fiscal-year/metric.js';
import { forecasts, inTkr, printed } from '../testing/notation.js';
import { hasMoved, pathLength, revisions } from './revisions.js';

const moves = (text: string) =>
  revisions(forecasts(text)).map((move) => {
    const value = valueOrNull(move);
    return value === null ? '–' : inTkr(value);
  });

describe('ρ = f − f of the round before', () => {
  it.each([
    ['0 | 0 | 0', ['–', 0, 0]],
    ['0 | 500 | 300', ['–', 500, -200]],
    ['0 | – | 300 | 400', ['–', '–', '–', 100]],
    ['L -100 | L -150', ['–', -50]],
    ['0 | L -100 | L -150', ['–', '–', -50]],
    ['–', ['–']],
  ])('of %s is %p', (rounds, expected) => {
    expect(moves(rounds)).toEqual(expected);
  });

  it('says why there is none', () => {
    expect(revisions(forecasts('0 | L 0 | – | 0'))).toEqual([
      { notAvailable: 'no-earlier-round' },
      { notAvailable: 'kinds-differ' },
      { notAvailable: 'no-forecast' },
      { notAvailable: 'no-forecast' },
    ]);
  });
});

describe('Σ|ρ|', () => {
  it.each([
    ['0 | 0 | 0', 0, 2],
    ['0 | 500 | 300', 700, 2],
    ['0 | – | 300 | 400', 100, 1],
  ])('of %s is %d tkr over %d revisions', (rounds, lengthTkr, count) => {
    expect(pathLength(revisions(forecasts(rounds)))).toEqual({
      value: { lengthOre: printed(String(lengthTkr)), revisions: count },
    });
  });

  it.each(['0', '0 | – | 300', '–'])('of %s there is none', (rounds) => {
    expect(pathLength(revisions(forecasts(rounds)))).toEqual({ notAvailable: 'too-few-rounds' });
  });
});

describe('a forecast has moved', () => {
  it.each([
    ['0 | 0 | 0', false],
    ['0 | – | 0', false],
    ['0 | – | 100', true],
    ['0 | L 0', true],
    ['0', false],
    ['–', false],
  ])('in %s: %p', (rounds, moved) => {
    expect(hasMoved(forecasts(rounds))).toBe(moved);
  });
});
