import { addDays, yearOf, type PlainDate } from '#libs/kernel';

/**
 * Whether a last day that the law sets moves on from this date: Saturdays, Sundays, other public holidays, Midsummer
 * Eve, Christmas Eve and New Year's Eve (lagen 1930:173 om beräkning av lagstadgad tid, 2 §; lagen 1989:253).
 */
export function isDayOfRest(date: PlainDate): boolean {
  const weekday = weekdayOf(date);
  return weekday === 0 || weekday === 6 || holidaysOf(yearOf(date)).has(date);
}

/** 0 is Sunday, 6 Saturday. */
function weekdayOf(date: PlainDate): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay();
}

/** Those that can fall on a weekday. The National Day is a public holiday from 2005. */
function holidaysOf(year: number): ReadonlySet<PlainDate> {
  const easter = easterOf(year);
  const fixed = ['01-01', '01-06', '05-01', '12-24', '12-25', '12-26', '12-31'].map(
    (day) => `${year}-${day}`,
  );
  const nationalDay = year >= 2005 ? [`${year}-06-06`] : [];
  const movable = [addDays(easter, -2), addDays(easter, 1), addDays(easter, 39)];
  return new Set([...fixed, ...nationalDay, ...movable, midsummerEveOf(year)]);
}

/** The Friday between 19 and 25 June. */
function midsummerEveOf(year: number): PlainDate {
  const first = `${year}-06-19`;
  return addDays(first, (5 - weekdayOf(first) + 7) % 7);
}

/** Easter Sunday of the Gregorian calendar, by the anonymous algorithm printed in Nature in 1876. */
function easterOf(year: number): PlainDate {
  const [goldenYear, century, yearOfCentury] = [year % 19, Math.floor(year / 100), year % 100];
  const moonCorrection = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * goldenYear + century - Math.floor(century / 4) - moonCorrection + 15) % 30;
  const weekdays =
    (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7;
  const late = Math.floor((goldenYear + 11 * epact + 22 * weekdays) / 451);
  const days = epact + weekdays - 7 * late;
  return addDays(`${year}-03-22`, days);
}
