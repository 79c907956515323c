import type { PlainDate } from '../plain-date.ts';
import type { Citation, Provenance } from '../terms.ts';

/**
 * The grammar of a holiday calendar: rules, not lists of years. A calendar is plain data and survives a round trip
 * through JSON. Months count from 1, weekdays from 0 = Sunday.
 */

/** A day of the year. */
export interface MonthDay {
  month: number;
  day: number;
}

/** On which day or days of a year a holiday falls by its own rule. */
export type HolidayRule =
  | { fixed: MonthDay }
  /** `nth: -1` is the last one of the month. `plus` calendar days later: the day after the fourth Thursday is `plus: 1`. */
  | { nth: { month: number; weekday: number; nth: number; plus?: number } }
  /** The weekday nearest a date in one direction, or in either; `before` and `after` never give the date itself. */
  | { by: MonthDay & { weekday: number; is: Direction; plus?: number } }
  /** Days after Easter Sunday of the Western churches; negative before it. */
  | { easter: number }
  /** Days that follow no rule: proclaimed, decreed, or fixed by a table in the act. */
  | { dates: readonly string[] }
  /** Every day from one to the other, both included; runs into the next year if `to` is the earlier day of the year. */
  | { span: { from: MonthDay; to: MonthDay } }
  /** As observed in Japan, where the day is announced a year ahead and has always followed the formula. */
  | { equinox: 'vernal' | 'autumnal' }
  /** A day that is no holiday but lies between two: the day before it and the day after it are own days of holidays. */
  | { between: 'holidays' };

export type Direction = 'on-or-after' | 'on-or-before' | 'before' | 'after' | 'nearest';

/**
 * Where a holiday is observed that falls on a weekend. A weekday's name is the nearest such day; `saturday` and `sunday`
 * leave it where it is. `next-free` is the next day that is neither weekend nor off already, `previous-free` the last.
 */
export interface Observance {
  onSaturday: 'friday' | 'saturday' | 'monday' | 'next-free' | 'previous-free';
  onSunday: 'friday' | 'sunday' | 'monday' | 'tuesday' | 'next-free' | 'previous-free';
}

/** Years in which another observance held. */
export interface Regime extends Partial<Observance> {
  from?: number;
  to?: number;
  cites?: Citation;
}

/** How sure we are of one holiday, where that differs from its calendar. */
export interface Holiday extends Observance, Partial<Omit<Provenance, 'cites'>> {
  id: string;
  name: string;
  rule: HolidayRule;
  /** First and last year, both included. */
  from?: number;
  to?: number;
  /** Only in `first` and every `years` years after it. */
  every?: { years: number; first: number };
  /** Not in these years: moved or left out by an act of its own. */
  except?: readonly number[];
  /** Only if the day falls on one of these weekdays. */
  weekdays?: readonly number[];
  /** Not in years in which this date falls on this weekday. */
  unless?: MonthDay & { weekday: number };
  /** The first that covers the year replaces `onSaturday` and `onSunday`. */
  regimes?: readonly Regime[];
  /** Where it is observed if another holiday has its day; unless this is said, the two share it. */
  onTaken?: 'next-free' | 'previous-free';
  /** Off unless an agency's overrides name it. */
  optional?: true;
  cites: Citation;
}

/** Which days are off in one place, and how we know. `cites` is the law that lists them. */
export interface HolidayCalendar extends Provenance {
  id: string;
  name: string;
  /** Weekdays that are never working days; 0 is Sunday. */
  weekend: readonly number[];
  /** Calendars whose days are off here too, each by its own rules. */
  includes?: readonly string[];
  /** Holidays of those calendars, by id, that are not off here. */
  without?: readonly string[];
  holidays: readonly Holiday[];
  /** Cited for the shift from Saturday and from Sunday; else the holiday's own citation is. */
  saturdayCites?: Citation;
  sundayCites?: Citation;
  /** For calendars that are announced: the years known here, single or from one to another. Other years rest on the rules alone. */
  published?: { by: string; years: readonly (number | { from: number; to: number })[] };
}

/** A day off: its name, where that is written, and whether it is one only because the holiday falls on a Saturday. */
export interface DayOff {
  name: string;
  movedFromSaturday: boolean;
  cites: Citation;
}

/** A day or a span of days that a calendar is given or relieved of: closures, suspensions, imported days. */
export interface NamedDays {
  from: PlainDate;
  /** The last day, included; if it is left out, the one day. */
  to?: PlainDate;
  name: string;
  cites: Citation;
}
