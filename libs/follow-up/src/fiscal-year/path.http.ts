import { FiscalYearParams, FromDigits, IsInteger, type PathParameters } from '#libs/http';

/** `…/follow-up/:year/rounds/:round` */
export class RoundParams extends FiscalYearParams {
  @FromDigits()
  @IsInteger({ min: 1, max: 99 })
  readonly round!: number;
}

/** `/api/v1/alingsas/committees/SN/follow-up/2023/{view}`: where what was recorded can be read. */
export function followUpPath(view: 'forecasts' | 'accounts') {
  return ({ municipality, committee, year }: PathParameters) =>
    `/api/v1/${municipality}/committees/${committee}/follow-up/${year}/${view}`;
}
