import { dayOfMonth, monthOf, type PlainDate, yearOf } from '../law/plain-date.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** A day as a footnote has it: `March 4, 2026` in the United States and Canada, `4 March 2026` elsewhere. */
export function writtenDay(day: PlainDate, monthFirst: boolean): string {
  const month = MONTHS[monthOf(day) - 1]!;
  return monthFirst ? `${month} ${dayOfMonth(day)}, ${yearOf(day)}` : `${dayOfMonth(day)} ${month} ${yearOf(day)}`;
}

/** By the law's jurisdiction, such as `US-NY`. */
export function writesMonthFirst(jurisdiction: string): boolean {
  return /^(US|CA|PH)(-|$)/.test(jurisdiction);
}
