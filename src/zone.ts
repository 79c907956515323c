import { DateTime, IANAZone } from 'luxon';
import type { PlainDate } from './law/plain-date.ts';
import type { Instant } from './now.ts';

/** Whether `name` is a time zone this machine knows by its IANA name, such as `America/New_York`. */
export function isZone(name: unknown): name is string {
  return typeof name === 'string' && name.length <= 64 && name.includes('/')
    ? IANAZone.isValidZone(name)
    : name === 'UTC';
}

/** The calendar day on which `instant` falls in `zone`. */
export function dayIn(zone: string, instant: Instant): PlainDate {
  return DateTime.fromISO(instant, { zone }).toISODate() as PlainDate;
}

/** The hour and minute `HH:mm` of `instant` in `zone`. */
export function timeIn(zone: string, instant: Instant): string {
  return DateTime.fromISO(instant, { zone }).toFormat('HH:mm');
}

/**
 * The instant at which the clocks of `zone` show `time` (`HH:mm`) on `day`. A time that daylight saving skips is moved
 * forward by the length of the gap.
 */
export function instantAt(zone: string, day: PlainDate, time: string): Instant {
  return remembered(`${zone} ${day} ${time}`, () => atTime(zone, day, time));
}

function atTime(zone: string, day: PlainDate, time: string): Instant {
  return DateTime.fromISO(`${day}T${time}:00`, { zone }).toUTC().toISO({ precision: 'millisecond' }) as Instant;
}

/** The first moment of `day` in `zone`. */
export function startOfDay(zone: string, day: PlainDate): Instant {
  return remembered(`${zone} ${day}`, () => firstMoment(zone, day));
}

function firstMoment(zone: string, day: PlainDate): Instant {
  return DateTime.fromISO(day, { zone }).startOf('day').toUTC().toISO({ precision: 'millisecond' }) as Instant;
}

const moments = new Map<string, Instant>();
const mostMoments = 20_000;

/** Every write asks for the same few dozen moments again, and finding one costs as much as reading a history. */
function remembered(key: string, find: () => Instant): Instant {
  const known = moments.get(key);
  if (known !== undefined) return known;
  if (moments.size >= mostMoments) moments.clear();
  const found = find();
  moments.set(key, found);
  return found;
}

/** `instant` in words for a person in `zone`: "Tue 3 Nov 2026, 17:00 (America/New_York)". */
export function wordsIn(zone: string, instant: Instant): string {
  const local = DateTime.fromISO(instant, { zone }).setLocale('en');
  return `${local.toFormat('ccc d LLL yyyy, HH:mm')} (${zone})`;
}

/** `instant` as the Date of a letter: "Tue, 09 Jun 2026 13:00:00 +0000". */
export function dateOfLetter(instant: Instant): string {
  return DateTime.fromISO(instant, { zone: 'utc' }).toRFC2822() as string;
}

/** An instant as headers of HTTP say it: `Mon, 01 Jun 2026 16:00:00 GMT`. */
export function httpDate(instant: Instant): string {
  return DateTime.fromISO(instant, { zone: 'utc' }).toHTTP() as string;
}
