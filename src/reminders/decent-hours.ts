import type { Notifications } from '../auth/user.entity.ts';
import { addDays } from '../law/plain-date.ts';
import type { Instant } from '../now.ts';
import { dayIn, instantAt, timeIn } from '../zone.ts';
import { DAY_BEGINS, DAY_ENDS, MORNING } from './moments.ts';

/** A person's own hours, which never reach further into the night. */
export type Quiet = Pick<Notifications, 'quietFrom' | 'quietUntil'> | null;

export function isDaytime(zone: string, now: Instant, quiet: Quiet = null): boolean {
  const time = timeIn(zone, now);
  return time >= (quiet?.quietUntil ?? DAY_BEGINS) && time < (quiet?.quietFrom ?? DAY_ENDS);
}

/** The next 09:00 there. */
export function morningAfter(zone: string, now: Instant): Instant {
  const today = dayIn(zone, now);
  const morning = instantAt(zone, today, MORNING);
  return morning > now ? morning : instantAt(zone, addDays(today, 1), MORNING);
}

/** When the next day begins there; null while it is day. */
export function nextDecentHour(zone: string, now: Instant, quiet: Quiet = null): Instant | null {
  if (isDaytime(zone, now, quiet)) return null;
  const today = dayIn(zone, now);
  const begins = quiet?.quietUntil ?? DAY_BEGINS;
  return instantAt(zone, timeIn(zone, now) < begins ? today : addDays(today, 1), begins);
}
