import {
  ControlTotalsDto,
  field,
  IsOneOf,
  IsPrecision,
  IsText,
  ListOf,
  ListOfTexts,
  ObjectOf,
  OptionalField,
  ReportDto,
  StatementLineDto,
} from '#libs/http';
import type { Precision } from '#libs/kernel';
import { committeeMeasures, figureKinds, type FigureKind } from '../contract/index.js';
import { typedTotals } from '../fiscal-year/accounts.http.js';
import type { TypedFigures } from './typed-figures.js';

const totals: readonly string[] = committeeMeasures;

/** A forecast; it holds from the date of its round unless told otherwise. */
export class SubmitForecastDto extends ReportDto {
  /** Whether the figures say where the year will end, or how far from the budget. */
  @IsOneOf(figureKinds)
  readonly figureKind!: FigureKind;

  /** Either by account group, or of `annualResult` and `netCost` for the committee as a whole; each once. */
  @ListOf(() => StatementLineDto)
  @field(
    'malformed-value',
    isOfOneScope,
    'Ange prognosen per kontogrupp, eller för nämnden i stort: annualResult, netCost.',
  )
  @field('repeated-item', hasEachTotalOnce)
  readonly figures!: readonly StatementLineDto[];

  /** The unit in which the figures were typed; `ore` unless told. */
  @OptionalField()
  @IsPrecision()
  readonly precision?: Precision;

  /** Printed sums to hold the account groups against; a difference that rounding explains is recorded. */
  @OptionalField()
  @field(
    'malformed-value',
    (_, { figures }) => !areTotals(figures),
    'Summor hör ihop med en prognos per kontogrupp.',
  )
  @ObjectOf(() => ControlTotalsDto)
  readonly controlTotals?: ControlTotalsDto;

  @OptionalField()
  @IsText({ max: 10_000, multiline: true })
  readonly comment?: string;

  /** What the forecast takes for granted. */
  @OptionalField()
  @ListOfTexts({ max: 1_000, items: 50 })
  readonly assumptions?: readonly string[];
}

export function typedFigures(body: SubmitForecastDto): TypedFigures {
  const { figures } = body;
  if (!areTotals(figures)) {
    const lines = figures.map(({ accountGroup, amountOre }) => ({ accountGroup, amountOre }));
    return { scope: 'accountGroups', lines, controlTotals: typedTotals(body) };
  }
  const [annualResultOre = null, netCostOre = null] = committeeMeasures.map(
    (measure) => figures.find(({ accountGroup }) => accountGroup === measure)?.amountOre,
  );
  return { scope: 'committee', annualResultOre, netCostOre };
}

function subjectsOf(figures: unknown): readonly unknown[] {
  return Array.isArray(figures)
    ? figures.map((figure: Partial<StatementLineDto> | null) => figure?.accountGroup)
    : [];
}

function isTotal(subject: unknown): boolean {
  return typeof subject === 'string' && totals.includes(subject);
}

function areTotals(figures: unknown): boolean {
  return subjectsOf(figures).some(isTotal);
}

function isOfOneScope(figures: unknown): boolean {
  const subjects = subjectsOf(figures);
  return !subjects.some(isTotal) || subjects.every(isTotal);
}

function hasEachTotalOnce(figures: unknown): boolean {
  const subjects = subjectsOf(figures).filter(isTotal);
  return new Set(subjects).size === subjects.length;
}
