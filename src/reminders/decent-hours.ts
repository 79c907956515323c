import { addDays } from '../law/plain-date.ts';
import type { Instant } from '../now.ts';
import { dayIn, instantAt, timeIn } from '../zone.ts';
import { DAY_BEGINS, DAY_ENDS, MORNING } from './moments.ts';

export function isDaytime(zone: string, now: Instant): boolean {
  const time = timeIn(zone, now);
  return time >= DAY_BEGINS && time < DAY_ENDS;
}

/** The next 09:00 there. */
export function morningAfter(zone: string, now: Instant): Instant {
  const today = dayIn(zone, now);
  const morning = instantAt(zone, today, MORNING);
  return morning > now ? morning : instantAt(zone, addDays(today, 1), MORNING);
}

/** When the next day begins there; null while it is day. */
export function nextDecentHour(zone: string, now: Instant): Instant | null {
  if (isDaytime(zone, now)) return null;
  const today = dayIn(zone, now);
  return instantAt(zone, timeIn(zone, now) < DAY_BEGINS ? today : addDays(today, 1), DAY_BEGINS);
}
