import ICAL from 'ical.js';
import { nameFault, spanFault } from '../law/overrides.ts';
import {
  addDays,
  addYears,
  dayOf,
  dayOfMonth,
  daysBetween,
  monthOf,
  parsePlainDate,
  type PlainDate,
  yearOf,
} from '../law/plain-date.ts';
import { type DayList, Faults, type ListedDays, nameIn, refuseTooMany, unreadable } from './day-list.ts';

/** A property as ical.js hands it over (RFC 7265): name, parameters, type, values. */
type Property = [name: string, parameters: object, type: string, ...values: unknown[]];
type Component = [name: string, properties: Property[], components: Component[]];

/** The parser's time grows with the square of a line. */
const LONGEST_LINE = 20_000;
const YEARS_AROUND = 5;

/** Reads an iCalendar of all-day events. Throws `does-not-fit` with everything that is wrong with it. */
export function readIcs(text: string, today: PlainDate): DayList {
  const [, properties, components] = calendarIn(text);
  const events = components.filter(([name]) => name === 'vevent');
  refuseTooMany(events.length, 'events');
  const title = nameIn(textOf(properties, 'x-wr-calname'));
  const [faults, notes] = [new Faults('event'), [] as string[]];
  const days: ListedDays[] = [];
  events.forEach((event, i) => {
    const found = readEvent(event[1], today);
    if ('fault' in found) faults.add(i + 1, found.fault);
    else {
      days.push(...found.days);
      if (found.note) notes.push(`event ${i + 1}: ${found.note}`);
    }
  });
  faults.refuse();
  refuseTooMany(days.length, 'days');
  return { title, days, notes };
}

function calendarIn(text: string): Component {
  refuseLongLines(text);
  let parsed: unknown;
  try {
    parsed = ICAL.parse(text);
  } catch (error) {
    throw unreadable(`is no iCalendar: ${(error as Error).message.slice(0, 200)}`);
  }
  const [name] = parsed as Component;
  if (name !== 'vcalendar') throw unreadable('must hold exactly one VCALENDAR');
  return parsed as Component;
}

function refuseLongLines(text: string): void {
  let length = 0;
  text.split('\n').forEach((line, i) => {
    length = line.startsWith(' ') || line.startsWith('\t') ? length + line.length : line.length;
    if (length > LONGEST_LINE)
      throw unreadable(`has a line of more than ${LONGEST_LINE} characters, about line ${i + 1}`);
  });
}

type Found = { days: ListedDays[]; note?: string } | { fault: string };

function readEvent(event: Property[], today: PlainDate): Found {
  if (textOf(event, 'status').toUpperCase() === 'CANCELLED') return { days: [], note: 'is cancelled and left out' };
  const summary = nameIn(textOf(event, 'summary'));
  const fault = summary === null ? null : nameFault(summary);
  if (fault) return { fault: `SUMMARY ${fault}` };
  const odd = ['recurrence-id', 'rdate', 'exrule'].find((name) => all(event, name).length > 0);
  if (odd) return { fault: `${odd.toUpperCase()} is not read here: list the days themselves` };
  const span = spanOf(event);
  if ('fault' in span) return span;
  const rules = all(event, 'rrule');
  if (rules.length === 0) return { days: [{ ...span, name: summary }] };
  if (rules.length > 1) return { fault: 'has more than one RRULE' };
  const except = all(event, 'exdate').flatMap(([, , , ...values]) => values.map((value) => String(value).slice(0, 10)));
  const repeated = everyYear(span, rules[0]![3] as Record<string, unknown>, except, today);
  if ('fault' in repeated) return repeated;
  const days = repeated.days.map((one) => ({ ...one, name: summary }));
  return repeated.note ? { days, note: repeated.note } : { days };
}

interface Span {
  from: PlainDate;
  to: PlainDate;
}

/** DTEND is the first day that is not part of the event any more. */
function spanOf(event: Property[]): Span | { fault: string } {
  const from = wholeDay(event, 'dtstart');
  if (typeof from !== 'string') return from;
  const [duration] = all(event, 'duration');
  if (duration && all(event, 'dtend').length > 0) return { fault: 'has DTEND and DURATION; one of them says how long' };
  if (duration) {
    const [, count, unit] = /^P(\d{1,3})([DW])$/.exec(String(duration[3])) ?? [];
    const length = Number(count) * (unit === 'W' ? 7 : 1);
    return length >= 1
      ? spanned(from, addDays(from, length - 1))
      : { fault: 'DURATION must be of whole days, like P2D' };
  }
  if (all(event, 'dtend').length === 0) return { from, to: from };
  const end = wholeDay(event, 'dtend');
  if (typeof end !== 'string') return end;
  if (end <= from) return { fault: `DTEND ${end} must be later than DTSTART: it is the first day after the event` };
  return spanned(from, addDays(end, -1));
}

function spanned(from: PlainDate, to: PlainDate): Span | { fault: string } {
  const fault = spanFault(from, to);
  return fault ? { fault: `its last day, ${to}, ${fault}` } : { from, to };
}

function wholeDay(event: Property[], name: string): PlainDate | { fault: string } {
  const [property] = all(event, name);
  const label = name.toUpperCase();
  if (!property) return { fault: `${label} is missing` };
  // Some programs leave VALUE=DATE out: then the parser finds a time without hours.
  const text = String(property[3]).replace(/T::$/, '');
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return { fault: `${label} must be a whole day: ${label};VALUE=DATE:20261224` };
  return parsePlainDate(text) ?? { fault: `${label} ${text} is no real day` };
}

const READ_IN_RULES = ['freq', 'interval', 'count', 'until', 'wkst', 'bymonth', 'bymonthday'];

/** The years of FREQ=YEARLY within five years of today; everything else is refused. */
function everyYear(
  { from, to }: Span,
  rule: Record<string, unknown>,
  except: readonly string[],
  today: PlainDate,
): { days: Span[]; note?: string } | { fault: string } {
  const fault = ruleFault(rule, from);
  if (fault) return { fault };
  const count = rule['count'] === undefined ? Infinity : Number(rule['count']);
  const until = rule['until'] === undefined ? '9' : String(rule['until']).slice(0, 10);
  const [first, last] = [addYears(today, -YEARS_AROUND), addYears(today, YEARS_AROUND)];
  const days: Span[] = [];
  let [seen, left] = [0, 0];
  for (let year = yearOf(from); seen < count && year <= 2200; year += Number(rule['interval'] ?? 1)) {
    // 29 February is not kept in other years.
    const on = parsePlainDate(dayOf(year, monthOf(from), dayOfMonth(from)));
    if (!on) continue;
    if (on > until) break;
    seen++;
    if (except.includes(on)) continue;
    if (on < first || on > last) left++;
    else days.push({ from: on, to: addDays(on, daysBetween(from, to)) });
  }
  const note = `${left} of its years are more than ${YEARS_AROUND} years from today and left out`;
  return left > 0 ? { days, note } : { days };
}

function ruleFault(rule: Record<string, unknown>, from: PlainDate): string | null {
  if (rule['freq'] !== 'YEARLY') return `RRULE with FREQ=${String(rule['freq'])} is not read: only YEARLY is`;
  const odd = Object.keys(rule).find((name) => !READ_IN_RULES.includes(name));
  if (odd) return `RRULE with ${odd.toUpperCase()} is not read: list the days themselves`;
  if (Number(rule['bymonth'] ?? monthOf(from)) !== monthOf(from)) return 'RRULE has another month than DTSTART';
  if (Number(rule['bymonthday'] ?? dayOfMonth(from)) !== dayOfMonth(from)) return 'RRULE has another day than DTSTART';
  const { count, until, interval = 1 } = rule;
  if (count === undefined && until === undefined) return 'RRULE has no end: give it COUNT or UNTIL';
  if (count !== undefined && until !== undefined) return 'RRULE has COUNT and UNTIL; one of them says where it ends';
  if (count !== undefined && !(Number.isInteger(count) && Number(count) >= 1)) return 'RRULE: COUNT must be 1 or more';
  if (!(Number.isInteger(interval) && Number(interval) >= 1)) return 'RRULE: INTERVAL must be 1 or more';
  return until !== undefined && !parsePlainDate(String(until).slice(0, 10)) ? 'RRULE: UNTIL is no real day' : null;
}

function all(properties: readonly Property[], name: string): Property[] {
  return properties.filter(([own]) => own === name);
}

/** The first property of a name as text; empty if there is none. */
function textOf(properties: readonly Property[], name: string): string {
  const value = all(properties, name)[0]?.[3];
  return typeof value === 'string' ? value : '';
}
