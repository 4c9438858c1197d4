import { CommitteeParams, FromDigits, IsInteger, IsPlainDate } from '#libs/http';

/** `…/meetings/:date` */
export class MeetingParams extends CommitteeParams {
  @IsPlainDate()
  readonly date!: string;
}

/** The largest number that a citation can carry. */
export const maxParagraph = 99_999;

/** `…/decisions/:date/:paragraph` */
export class DecisionParams extends MeetingParams {
  @FromDigits()
  @IsInteger({ min: 1, max: maxParagraph })
  readonly paragraph!: number;
}

/** Where a paragraph is read. */
export function decisionPath({
  municipality,
  committee,
  date,
  paragraph,
}: Readonly<Partial<Record<string, string | number>>>): string {
  return `/api/v1/${municipality}/committees/${committee}/decisions/${date}/${paragraph}`;
}
