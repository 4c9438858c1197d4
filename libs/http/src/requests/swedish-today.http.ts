import type { PlainDate } from '#libs/kernel';

const swedishDate = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' });

/** Today's date where the municipalities are; committee dates are plain dates in Europe/Stockholm. */
export function swedishToday(now: Date = new Date()): PlainDate {
  return swedishDate.format(now);
}

/** The date that a question is about: the one it names, or today. */
export function askedDate({ asOf }: { readonly asOf?: PlainDate }): PlainDate {
  return asOf ?? swedishToday();
}
