import { addDays, type PlainDate } from '../law/plain-date.ts';
import type { Instant } from '../now.ts';
import { dayIn, startOfDay } from '../zone.ts';

interface Span {
  day: PlainDate;
  from: Instant;
  to: Instant;
}

/** The last day computed for each zone: every read of a request asks for it, and it changes once a day. */
const spans = new Map<string, Span>();

/** The calendar day in `zone` at `instant`. */
export function todayIn(zone: string, instant: Instant): PlainDate {
  const known = spans.get(zone);
  if (known && known.from <= instant && instant < known.to) return known.day;
  const day = dayIn(zone, instant);
  spans.set(zone, { day, from: startOfDay(zone, day), to: startOfDay(zone, addDays(day, 1)) });
  return day;
}
