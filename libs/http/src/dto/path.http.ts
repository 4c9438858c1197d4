import { FromDigits, IsFiscalYear } from '../fields/numbers.http.js';
import { IsCommitteeCode, IsMunicipality } from '../fields/names.http.js';

/** `/api/v1/:municipality` */
export class MunicipalityParams {
  @IsMunicipality()
  readonly municipality!: string;
}

/** `/api/v1/:municipality/committees/:committee` */
export class CommitteeParams extends MunicipalityParams {
  @IsCommitteeCode()
  readonly committee!: string;
}

/** `…/:year`, a fiscal year. */
export class FiscalYearParams extends CommitteeParams {
  @FromDigits()
  @IsFiscalYear()
  readonly year!: number;
}
