import {
  accept,
  reject,
  roundingToleranceOre,
  sumOre,
  type Decision,
  type Ore,
  type Precision,
} from '#libs/kernel';
import type {
  BudgetEvent,
  BudgetState,
  GrantChangeExplained,
  GrantChangePart,
  GrantFigure,
} from '../contract/index.js';
import { everyAmountFits } from '../fiscal-year/line-rules.js';
import type { BudgetRejection } from '../fiscal-year/rejections.js';
import { heldByThen, lastFactOf, type BudgetCommand } from '../fiscal-year/rules.js';
import type { KnownGrant } from './known-grant.js';

/** Says by parts why a year's municipal grant differs from that of the year before. A later explanation replaces it. */
export interface ExplainGrantChange extends BudgetCommand {
  readonly parts: readonly GrantChangePart[];
  /** The unit of the parts; coarser than that of the grant perhaps, `11,2 mnkr`. */
  readonly precision: Precision;
  /** The grants of the year before and of the year, on the date from which the explanation holds. */
  readonly from: KnownGrant;
  readonly to: KnownGrant;
}

/** Rejects with a {@link BudgetRejection}: a missing figure, or parts that leave more than rounding unexplained. */
export function explainGrantChange(
  command: ExplainGrantChange,
  state: BudgetState,
): Decision<BudgetEvent, BudgetRejection> {
  const { from, to, basis, precision, parts } = command;
  if (!from.figure || !to.figure) return reject(whyAFigureIsMissing(command));
  const explained = {
    from: from.figure,
    to: to.figure,
    precision,
    parts,
    ...sumsOf(from.figure, to.figure, command),
  };
  const objection =
    heldByThen(basis.effectiveOn, lastFactOf(state, 'GrantChangeExplained')) ??
    everyPartFitsThePrecision(command) ??
    thePartsExplainTheChange(explained);
  return objection ? reject(objection) : accept([{ type: 'GrantChangeExplained', data: explained, basis }]);
}

function whyAFigureIsMissing({ year, from, to, basis }: ExplainGrantChange): BudgetRejection {
  const missing = [from, to].filter((grant) => grant.figure === null);
  const unknown = missing.filter((grant) => grant.firstOn === null);
  const [subjectEffectiveOn] = missing
    .flatMap((grant) => grant.firstOn ?? [])
    .toSorted()
    .toReversed();
  if (unknown.length > 0 || subjectEffectiveOn === undefined) {
    return {
      code: 'grant-figure-missing',
      facts: { year, missingYears: unknown.map((grant) => grant.year) },
    };
  }
  const { effectiveOn } = basis;
  return {
    code: 'effective-before-its-subject',
    facts: { subject: 'BudgetAdopted', effectiveOn, subjectEffectiveOn },
  };
}

function everyPartFitsThePrecision({ parts, precision }: ExplainGrantChange): BudgetRejection | null {
  return everyAmountFits(
    parts.map((part) => [part.reason, part.amountOre] as const),
    precision,
  );
}

/** What the parts leave unexplained is no more than their rounding. */
function thePartsExplainTheChange(explained: GrantChangeExplained['data']): BudgetRejection | null {
  const { from, to, changeOre, differenceOre, toleranceOre } = explained;
  if (Math.abs(differenceOre) <= toleranceOre) return null;
  const explainedOre = sumOre([changeOre, -differenceOre]);
  const facts = {
    fromOre: from.amountOre,
    toOre: to.amountOre,
    changeOre,
    explainedOre,
    differenceOre,
    toleranceOre,
  };
  return { code: 'grant-change-not-explained', facts };
}

function sumsOf(from: GrantFigure, to: GrantFigure, { parts, precision }: ExplainGrantChange) {
  const changeOre: Ore = sumOre([to.amountOre, -from.amountOre]);
  const differenceOre: Ore = sumOre([changeOre, ...parts.map((part) => -part.amountOre)]);
  return { changeOre, differenceOre, toleranceOre: roundingToleranceOre(parts.length, precision) };
}
