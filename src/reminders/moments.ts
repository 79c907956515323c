import type { Calendar } from '../law/calendar.ts';
import { addDays, type PlainDate, weekday } from '../law/plain-date.ts';
import type { Instant } from '../now.ts';
import type { Ladder, Rung } from './ladder.ts';
import type { PutOff, Zones } from './plan-input.ts';
import type { Person } from './recipients.ts';

/** When people are told, unless they are to be left in peace until later. */
export const MORNING = '09:00';
/** Nobody is woken, whatever has been waiting for however long. */
export const DAY_BEGINS = '08:00';
export const DAY_ENDS = '20:00';

type LastDay = Pick<Ladder, 'lastDay' | 'cutOff'>;

/** When somebody is told, and why on another day than the ladder asked for; null when on that day. */
export interface Moment {
  at: Instant;
  putOff: PutOff | null;
}

/** At which moment a person is told of what belongs to a day. Pure. */
export class Moments {
  readonly #lastMornings = new Map<string, Instant>();

  constructor(
    private readonly zones: Zones,
    private readonly calendar: Calendar,
    /** The agency's. */
    private readonly timeZone: string,
    private readonly now: Instant,
  ) {}

  /**
   * The morning where the person is, on the rung's day, or on the first working day after it has begun at the agency.
   * What is not urgent may wait for a digest, a Monday or the end of a snooze; nothing about a deadline of ours waits
   * beyond the last working morning before its end.
   */
  of(rung: Rung, ladder: LastDay, person: Person, snoozed: PlainDate | null): Moment {
    const begins = rung.onceBegun ? this.zones.startOfDay(this.timeZone, rung.on) : '';
    let on = rung.on;
    while (this.morning(person, on) < begins) on = this.calendar.addWorkingDays(on, 1);
    let putOff: PutOff | null = on === rung.on ? null : 'not-begun';
    const wished = snoozed !== null && snoozed > on ? snoozed : rung.urgent ? on : this.#laterFor(person, on);
    if (wished !== on)
      putOff = wished === snoozed ? 'snoozed' : person.ways?.digest === 'weekly' ? 'digest' : 'days-off';
    const moment = this.morning(person, wished);
    // News of what is over is not to come before it is over.
    if (ladder.lastDay === null || rung.on > ladder.lastDay) return { at: moment, putOff };
    const last = this.lastMorning(ladder, person)!;
    return moment > last ? { at: last, putOff: 'last-morning' } : { at: moment, putOff };
  }

  /** The next morning; at the weekend only when Monday would be too late. */
  next(ladder: LastDay, person: Person, urgent: boolean): Instant {
    const today = this.zones.dayIn(person.timeZone, this.now);
    const soonest = this.morning(person, today) > this.now ? today : addDays(today, 1);
    const working = this.calendar.onOrAfter(soonest);
    const wanted = urgent ? working : this.#laterFor(person, working);
    const moment = this.morning(person, wanted);
    const ends = this.endOf(ladder);
    if (ends === null || moment < ends) return moment;
    // A weekend is better than too late; and on the very last day, at once.
    const last = this.lastMorning(ladder, person)!;
    if (last > this.now) return last;
    const morning = this.morning(person, soonest);
    return morning >= ends && this.now < ends && this.#isDaytime(person) ? this.now : morning;
  }

  /** The end of a day of ours: the moment at which it is too late. */
  endOf({ lastDay, cutOff }: LastDay): Instant | null {
    if (lastDay === null) return null;
    return cutOff === null
      ? this.zones.startOfDay(this.timeZone, addDays(lastDay, 1))
      : this.zones.instantAt(this.timeZone, lastDay, cutOff);
  }

  /** The last working morning of a person before the end; null where there is no end. */
  lastMorning(ladder: LastDay, person: Person): Instant | null {
    const ends = this.endOf(ladder);
    if (ends === null) return null;
    const key = `${ends} ${person.id}`;
    const known = this.#lastMornings.get(key);
    if (known !== undefined) return known;
    let on = this.zones.dayIn(person.timeZone, ends);
    while (this.morning(person, on) >= ends || !this.#isWorkingDay(person, on)) on = addDays(on, -1);
    const found = this.morning(person, on);
    this.#lastMornings.set(key, found);
    return found;
  }

  #isDaytime({ timeZone, ways }: Person): boolean {
    const today = this.zones.dayIn(timeZone, this.now);
    const at = (time: string) => this.zones.instantAt(timeZone, today, time);
    return this.now >= at(ways?.quietUntil ?? DAY_BEGINS) && this.now < at(ways?.quietFrom ?? DAY_ENDS);
  }

  morning({ timeZone, ways }: Person, on: PlainDate): Instant {
    const until = ways?.quietUntil ?? MORNING;
    return this.zones.instantAt(timeZone, on, until > MORNING ? until : MORNING);
  }

  #isWorkingDay(person: Person, on: PlainDate): boolean {
    return this.calendar.isWorkingDay(on) && !(person.ways?.workingDaysOnly && isWeekend(on));
  }

  #laterFor({ ways }: Person, on: PlainDate): PlainDate {
    if (!ways) return on;
    let later = on;
    if (ways.digest === 'weekly') while (weekday(later) !== ways.digestOn) later = addDays(later, 1);
    else if (ways.workingDaysOnly) while (isWeekend(later)) later = addDays(later, 1);
    return later;
  }
}

function isWeekend(on: PlainDate): boolean {
  return weekday(on) === 0 || weekday(on) === 6;
}
