import { addDays, type PlainDate } from '#libs/kernel';
import { isDayOfRest } from './swedish-holidays.js';

/** The last day to approve the minutes: 14 days after the meeting (kommunallagen 5:69, for committees 6:35). */
export function lastDayOfApproval(meetingDate: PlainDate): PlainDate {
  return nextWorkingDay(addDays(meetingDate, 14));
}

/** The last day to announce the approval: the second day after it (kommunallagen 8:12). */
export function lastDayOfNotice(approvedOn: PlainDate): PlainDate {
  return nextWorkingDay(addDays(approvedOn, 2));
}

/** The last day to appeal: three weeks from the notice (kommunallagen 13:5). */
export function lastDayOfAppeal(publishedOn: PlainDate): PlainDate {
  return nextWorkingDay(addDays(publishedOn, 21));
}

/** A time set by law that would run out on a day of rest runs out on the next working day (lagen 1930:173). */
function nextWorkingDay(date: PlainDate): PlainDate {
  return isDayOfRest(date) ? nextWorkingDay(addDays(date, 1)) : date;
}
