import { FromDigits, IsInteger, IsPosition, OptionalField } from '#libs/http';

/** Which page of the log. */
export class LogPagingQuery {
  /** 1 to 1,000; 100 where it is left out. */
  @OptionalField()
  @FromDigits()
  @IsInteger({ min: 1, max: 1_000 })
  readonly limit?: number;

  /** The `next` of the page before. */
  @OptionalField()
  @IsPosition()
  readonly after?: string;
}

export const defaultLimit = 100;
