import type { Citation } from '../terms.ts';
import type { Direction, Holiday, HolidayRule } from './holiday.ts';

/** What a calendar says of all its holidays unless one says otherwise. */
export type Standing = Pick<Holiday, 'onSaturday' | 'onSunday' | 'cites'> & Pick<Partial<Holiday>, 'regimes'>;

export const sunday = 0;
export const monday = 1;
export const tuesday = 2;
export const wednesday = 3;
export const thursday = 4;
export const friday = 5;
export const saturday = 6;

/** Short words for writing a calendar; what they give is the plain data of the grammar. */
export function words(standing: Standing) {
  const holiday = (id: string, name: string, rule: HolidayRule, more: Partial<Holiday> = {}): Holiday => ({
    id,
    name,
    rule,
    ...standing,
    ...more,
  });
  return {
    holiday,
    fixed: (id: string, name: string, month: number, day: number, more?: Partial<Holiday>) =>
      holiday(id, name, { fixed: { month, day } }, more),
    nth: (id: string, name: string, month: number, weekday: number, nth: number, more?: Partial<Holiday>) =>
      holiday(id, name, { nth: { month, weekday, nth } }, more),
    /** The weekday that `is` on or after, before, nearest … a date. */
    by: (
      id: string,
      name: string,
      weekday: number,
      is: Direction,
      month: number,
      day: number,
      more?: Partial<Holiday>,
    ) => holiday(id, name, { by: { month, day, weekday, is } }, more),
    easter: (id: string, name: string, plus: number, more?: Partial<Holiday>) =>
      holiday(id, name, { easter: plus }, more),
    dates: (id: string, name: string, dates: readonly string[], more?: Partial<Holiday>) =>
      holiday(id, name, { dates }, more),
  };
}

/** A citation that nobody has read for this program. */
export function unread(label: string, url?: string): Citation {
  return url ? { label, url, unverified: true } : { label, unverified: true };
}

/** What stands behind a calendar whose law was not read but on whose days other published lists agree. */
export const agreed = {
  source: 'not the text: two independent lists of public holidays, which agree on it (docs/law/holidays.md)',
  confidence: 'medium',
  checkedOn: null,
} as const;
