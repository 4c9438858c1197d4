import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { askedDate } from '#libs/http';
import { ReadModels, type ReadOptions } from '#libs/read-model';
import { municipality, municipalityKey, municipalityOn, type MunicipalityOn } from './municipality.js';

export class MunicipalityQuery extends Query<MunicipalityOn | null> {
  constructor(
    readonly tenant: string,
    readonly options: ReadOptions,
  ) {
    super();
  }
}

@QueryHandler(MunicipalityQuery)
export class MunicipalityQueryHandler implements IQueryHandler<MunicipalityQuery> {
  constructor(private readonly readModels: ReadModels) {}

  async execute({ tenant, options }: MunicipalityQuery) {
    const doc = await this.readModels.get(municipality, tenant, municipalityKey, options);
    return doc && municipalityOn(doc, askedDate(options));
  }
}
