import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadModels, type ReadOptions } from '#libs/read-model';
import { comparedYears } from './compared-year.js';
import { compareBudgets, type CompareBudgets, type Comparison } from './comparison.js';

export class CompareBudgetsQuery extends Query<Comparison | null> {
  constructor(
    readonly municipality: string,
    readonly compare: CompareBudgets,
    readonly options: ReadOptions,
  ) {
    super();
  }
}

@QueryHandler(CompareBudgetsQuery)
export class CompareBudgetsQueryHandler implements IQueryHandler<CompareBudgetsQuery> {
  constructor(private readonly readModels: ReadModels) {}

  async execute({ municipality, compare, options }: CompareBudgetsQuery) {
    const { committee } = compare;
    // All years of the committee are read at once: those between the ones asked for matter as well.
    return compareBudgets(
      compare,
      await this.readModels.list(comparedYears, municipality, { committee }, options),
    );
  }
}
