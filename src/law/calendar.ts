import { agencysOwnDay, daysIn, isAnnounced } from './calendar-days.ts';
import type { CalendarDays } from './calendar-days.ts';
import { calendarsSet, findHolidayCalendar } from './holidays/all.ts';
import { daysOff } from './holidays/days-off.ts';
import type { DayOff, HolidayCalendar, NamedDays } from './holidays/holiday.ts';
import type { Overrides } from './overrides.ts';
import { epochDay, fromEpochDay, toEpochDay, weekdayOfEpochDay, yearOf } from './plain-date.ts';
import type { PlainDate } from './plain-date.ts';
import type { Statute, Suspension } from './statute.ts';
import type { Citation, Provenance } from './terms.ts';

/** A holiday that falls on a day which would otherwise count. */
export interface SkippedDay extends DayOff {
  on: PlainDate;
}

/** Which days count. */
export interface Calendar {
  isWorkingDay(d: PlainDate): boolean;
  /** The holiday observed on a weekday; null on working days and on plain weekends. */
  nameOfHoliday(d: PlainDate): string | null;
  /** Whether a holiday is kept on this day, be it a weekday or on a weekend. */
  isHoliday(d: PlainDate): boolean;
  /** The n-th working day after `d`, which itself is not counted. `n` ≥ 0; 0 gives `d`. */
  addWorkingDays(d: PlainDate, n: number): PlainDate;
  /** Working days after `a` up to and including `b`; 0 if `b` is not later. */
  workingDaysBetween(a: PlainDate, b: PlainDate): number;
  /** The latest working day that is not after `d`. */
  onOrBefore(d: PlainDate): PlainDate;
  /** The earliest working day that is not before `d`. */
  onOrAfter(d: PlainDate): PlainDate;
  /** The weekdays off after `a` up to and including `b`, in order. */
  holidaysBetween(a: PlainDate, b: PlainDate): SkippedDay[];
  /** Days after `a` up to and including `b` that count only because they were taken out of the calendar by name. */
  putBackBetween(a: PlainDate, b: PlainDate): SkippedDay[];
  /** Why a day off is one. */
  citationFor(skipped: SkippedDay): Citation;
  /** Stretches on which terms stand still; for terms that do not count working days. */
  readonly suspensions: readonly Suspension[];
  /** How the calendar as shipped is known. */
  readonly provenance: Provenance;
  /**
   * Years from `a` to `b` for which the calendar is announced year by year and is not known: days off may be missing,
   * so a count over them is unverified.
   */
  unpublishedYears(a: PlainDate, b: PlainDate): number[];
}

/** How a calendar departs from the plain one. */
interface Variant {
  /** Holidays on the day itself, never on the Friday before. */
  literal: boolean;
  add: readonly (string | NamedDays)[];
  remove: readonly (PlainDate | NamedDays)[];
  published: readonly number[];
}

/**
 * One year as tables: how many working days lie behind each day, and which they are. The tables are what makes
 * a count of twenty days a single look-up.
 */
interface YearTable {
  first: number;
  /** `elapsed[i]`: working days from the first day of the year to day `i`, both included. */
  elapsed: Uint16Array;
  /** Epoch days of the working days, in order. */
  workingDays: Int32Array;
  holidays: Map<number, DayOff>;
  /** Holidays that fall on a weekend: nothing is counted there anyway, but some terms roll off them alone. */
  weekendHolidays: ReadonlySet<number>;
  putBack: Map<number, DayOff>;
}

class WorkingDayCalendar implements Calendar {
  readonly #rules: HolidayCalendar;
  readonly #variant: Variant;
  readonly #find: Find;
  readonly #years = new Map<number, YearTable>();
  readonly suspensions: readonly Suspension[];

  constructor(rules: HolidayCalendar, variant: Variant, suspensions: readonly Suspension[], find: Find) {
    this.suspensions = suspensions;
    this.#rules = rules;
    this.#variant = variant;
    this.#find = find;
  }

  isWorkingDay(d: PlainDate): boolean {
    const year = this.#year(yearOf(d));
    const index = toEpochDay(d) - year.first;
    return elapsedAt(year, index) > elapsedAt(year, index - 1);
  }

  nameOfHoliday(d: PlainDate): string | null {
    return this.#year(yearOf(d)).holidays.get(toEpochDay(d))?.name ?? null;
  }

  isHoliday(d: PlainDate): boolean {
    const year = this.#year(yearOf(d));
    const n = toEpochDay(d);
    return year.holidays.has(n) || year.weekendHolidays.has(n);
  }

  addWorkingDays(d: PlainDate, n: number): PlainDate {
    if (n <= 0) return d;
    let y = yearOf(d);
    let year = this.#year(y);
    let target = elapsedAt(year, toEpochDay(d) - year.first) + n;
    while (target > year.workingDays.length) {
      target -= year.workingDays.length;
      year = this.#year(++y);
    }
    return fromEpochDay(year.workingDays[target - 1] ?? NaN);
  }

  workingDaysBetween(a: PlainDate, b: PlainDate): number {
    if (b <= a) return 0;
    const [from, to] = [yearOf(a), yearOf(b)];
    const [start, end] = [this.#year(from), this.#year(to)];
    let count = elapsedAt(end, toEpochDay(b) - end.first) - elapsedAt(start, toEpochDay(a) - start.first);
    for (let y = from; y < to; y++) count += this.#year(y).workingDays.length;
    return count;
  }

  onOrBefore(d: PlainDate): PlainDate {
    let n = toEpochDay(d);
    while (!this.isWorkingDay(fromEpochDay(n))) n--;
    return fromEpochDay(n);
  }

  onOrAfter(d: PlainDate): PlainDate {
    return this.isWorkingDay(d) ? d : this.addWorkingDays(d, 1);
  }

  holidaysBetween(a: PlainDate, b: PlainDate): SkippedDay[] {
    return this.#between(a, b, (year) => year.holidays);
  }

  putBackBetween(a: PlainDate, b: PlainDate): SkippedDay[] {
    return this.#between(a, b, (year) => year.putBack);
  }

  citationFor(skipped: SkippedDay): Citation {
    return skipped.cites;
  }

  get provenance(): Provenance {
    const { cites, source, confidence, checkedOn } = this.#rules;
    return { cites, source, confidence, checkedOn };
  }

  unpublishedYears(a: PlainDate, b: PlainDate): number[] {
    const years = Array.from({ length: Math.max(yearOf(b) - yearOf(a) + 1, 0) }, (_, i) => yearOf(a) + i);
    return years.filter((y) => !this.#variant.published.includes(y) && !isAnnounced(this.#rules, y, this.#find));
  }

  #between(a: PlainDate, b: PlainDate, daysOf: (year: YearTable) => Map<number, DayOff>): SkippedDay[] {
    const [from, to] = [toEpochDay(a), toEpochDay(b)];
    const found: SkippedDay[] = [];
    for (let y = yearOf(a); y <= yearOf(b); y++) {
      for (const [n, off] of daysOf(this.#year(y))) {
        if (n > from && n <= to) found.push({ on: fromEpochDay(n), ...off });
      }
    }
    return found;
  }

  #year(y: number): YearTable {
    const known = this.#years.get(y);
    if (known) return known;
    const built = this.#build(y);
    this.#years.set(y, built);
    return built;
  }

  #build(y: number): YearTable {
    const first = epochDay(y, 1, 1);
    const length = epochDay(y + 1, 1, 1) - first;
    const { holidays, weekendHolidays, putBack } = this.#daysOff(y);
    const elapsed = new Uint16Array(length);
    const workingDays: number[] = [];
    for (let i = 0; i < length; i++) {
      const isOff = this.#isWeekend(first + i) || holidays.has(first + i);
      if (!isOff) workingDays.push(first + i);
      elapsed[i] = workingDays.length;
    }
    return { first, elapsed, workingDays: Int32Array.from(workingDays), holidays, weekendHolidays, putBack };
  }

  /** Holidays of a year in order, with the days of this variant put in and taken out. */
  #daysOff(y: number): Pick<YearTable, 'holidays' | 'weekendHolidays' | 'putBack'> {
    const { literal, add, remove } = this.#variant;
    const also = add.filter((one): one is string => typeof one === 'string');
    const found = daysOff(this.#rules, y, { literal, also, find: this.#find });
    const putBack = new Map<number, DayOff>();
    for (const [n, off] of daysIn(add, y)) {
      if (!found.has(n)) found.set(n, off);
    }
    for (const [n, off] of daysIn(remove, y)) {
      if (found.delete(n) && off !== agencysOwnDay) putBack.set(n, off);
    }
    const weekendHolidays = new Set([...found.keys()].filter((n) => this.#isWeekend(n)));
    return { holidays: this.#weekdays(found), weekendHolidays, putBack: this.#weekdays(putBack) };
  }

  #weekdays(days: Map<number, DayOff>): Map<number, DayOff> {
    return new Map([...days].filter(([n]) => !this.#isWeekend(n)).sort(([a], [b]) => a - b));
  }

  #isWeekend(n: number): boolean {
    return this.#rules.weekend.includes(weekdayOfEpochDay(n));
  }
}

function elapsedAt(year: YearTable, index: number): number {
  return index < 0 ? 0 : (year.elapsed[index] ?? 0);
}

/** Where the rules of a calendar are looked up by its id. */
type Find = (id: string) => HolidayCalendar | undefined;

/** Calendars by their name and departures. Bounded: overrides come from outside. */
let calendars = new Map<string, Calendar>();
/** The same for laws that bring calendars of their own. */
let calendarsOfThen = new WeakMap<readonly HolidayCalendar[], Map<string, Calendar>>();
let builtFor = calendarsSet();
const mostCalendars = 500;
const mostKeyLength = 4_000_000;
/** The same by the very objects, since writing a thousand own days as a key takes longer than the count. */
interface KeptByObject {
  suspensions: readonly Suspension[];
  built: Map<string, Calendar>;
  calendar: Calendar;
}
const byObject = new WeakMap<CalendarDays, Map<string, KeptByObject>>();

/**
 * The statute's calendar with the agency's own days and with what is suspended under the law: kept, so that its tables
 * are built once. Throws an `Error` if the statute names a calendar that there is not.
 */
export function calendarFor(statute: Statute, overrides?: Overrides, suspensions?: readonly Suspension[]): Calendar {
  return kept(
    statute.calendar,
    overrides?.calendar,
    false,
    suspendedUnder(statute, suspensions),
    statute.calendarRules,
  );
}

/** The same calendar on the reading that a holiday is never moved from Saturday to Friday. */
export function literalCalendarFor(
  statute: Statute,
  overrides?: Overrides,
  suspensions?: readonly Suspension[],
): Calendar {
  return kept(statute.calendar, overrides?.calendar, true, suspendedUnder(statute, suspensions), statute.calendarRules);
}

const none: readonly Suspension[] = [];

function suspendedUnder(statute: Statute, more: readonly Suspension[] = none): readonly Suspension[] {
  if (!statute.suspensions) return more;
  return more.length > 0 ? [...statute.suspensions, ...more] : statute.suspensions;
}

/**
 * A calendar by name, with days put in and taken out. Throws an `Error` if there is none of that name, and a
 * `RangeError` if a span ends before it begins.
 */
export function calendarOf(
  id: string,
  days: CalendarDays | undefined,
  literal: boolean,
  suspensions: readonly Suspension[] = none,
): Calendar {
  return kept(id, days, literal, suspensions, undefined);
}

/** A calendar that is not one of the desk's (yet); nothing of it is kept. */
export function rulesCalendar(rules: HolidayCalendar, find: (id: string) => HolidayCalendar | undefined): Calendar {
  return new WorkingDayCalendar(rules, { literal: false, add: [], remove: [], published: [] }, none, find);
}

function kept(
  id: string,
  days: CalendarDays | undefined,
  literal: boolean,
  suspensions: readonly Suspension[],
  ofThen: readonly HolidayCalendar[] | undefined,
): Calendar {
  const built = builtCalendars(ofThen);
  if (!days) return keptByKey(built, id, days, literal, suspensions, ofThen);
  const own = byObject.get(days) ?? new Map<string, KeptByObject>();
  const name = literal ? `${id} literal` : id;
  const known = own.get(name);
  if (known?.suspensions === suspensions && known.built === built) return known.calendar;
  const calendar = keptByKey(built, id, days, literal, suspensions, ofThen);
  byObject.set(days, own.set(name, { suspensions, built, calendar }));
  return calendar;
}

function keptByKey(
  built: Map<string, Calendar>,
  id: string,
  days: CalendarDays | undefined,
  literal: boolean,
  suspensions: readonly Suspension[],
  ofThen: readonly HolidayCalendar[] | undefined,
): Calendar {
  const plain = !days && suspensions.length === 0;
  const key = plain
    ? literal
      ? `${id} literal`
      : id
    : JSON.stringify([id, literal, days?.add, days?.remove, days?.published, suspensions]);
  const known = built.get(key);
  if (known) return known;
  const fresh = build(id, days, literal, suspensions, ofThen);
  // Long names are those of calendars with many days of an agency's own: they are kept by their objects alone.
  if (key.length > mostKeyLength / mostCalendars) return fresh;
  if (built.size >= mostCalendars) built.delete(built.keys().next().value ?? '');
  built.set(key, fresh);
  return fresh;
}

/** What was built of calendars that have been replaced since is forgotten. */
function builtCalendars(ofThen: readonly HolidayCalendar[] | undefined): Map<string, Calendar> {
  if (builtFor !== calendarsSet()) {
    calendars = new Map();
    calendarsOfThen = new WeakMap();
    builtFor = calendarsSet();
  }
  if (!ofThen) return calendars;
  const known = calendarsOfThen.get(ofThen);
  if (known) return known;
  const fresh = new Map<string, Calendar>();
  calendarsOfThen.set(ofThen, fresh);
  return fresh;
}

function build(
  id: string,
  days: CalendarDays | undefined,
  literal: boolean,
  suspensions: readonly Suspension[],
  ofThen: readonly HolidayCalendar[] | undefined,
): Calendar {
  const find: Find = ofThen
    ? (wanted) => ofThen.find((one) => one.id === wanted) ?? findHolidayCalendar(wanted)
    : findHolidayCalendar;
  const rules = find(id);
  if (!rules) throw new Error(`no holiday calendar "${id}"`);
  const { add = [], remove = [], published = [] } = days ?? {};
  for (const one of [...add, ...remove, ...suspensions]) {
    if (typeof one !== 'string' && one.to && one.to < one.from)
      throw new RangeError(`"${'says' in one ? one.says : one.name}" ends before it begins`);
  }
  // Where working days are counted, a suspended day is a day off like any other.
  const suspended = suspensions.map(({ from, to, says, cites }) => ({ from, to, name: says, cites }));
  const variant = { literal, add: suspended.length > 0 ? [...add, ...suspended] : add, remove, published };
  return new WorkingDayCalendar(rules, variant, suspensions, find);
}
