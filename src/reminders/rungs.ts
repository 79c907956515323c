import type { Calendar } from '../law/calendar.ts';
import { addDays, type PlainDate } from '../law/plain-date.ts';
import type { Rung } from './ladder.ts';
import { BUILT_IN, type DayUnit, isSame, type LadderRule, type Repeat, type RungRule } from './policy.ts';

/** The rules of a policy as days of a calendar. Pure. */

/** Days up to the last one, the floor of a deadline of ours among them. A day off moves earlier. */
export function rungsBefore(
  rules: readonly RungRule[],
  last: PlainDate,
  calendar: Calendar,
  floor: readonly RungRule[] = [],
): Rung[] {
  return withFloor(rules, floor)
    .filter((rule) => rule.days <= 0)
    .map((rule) => ({
      name: `${-rule.days}${rule.unit === 'working' && rule.days !== 0 ? 'w' : ''}-before`,
      on: backFrom(last, rule, calendar),
      onceBegun: false,
      ...(floor.some((one) => isSame(one, rule)) && { urgent: true }),
    }));
}

/** The day so far from `day`, on a working day: what would fall on a day off is earlier. */
export function backFrom(day: PlainDate, { days, unit }: RungRule, calendar: Calendar): PlainDate {
  if (unit === 'calendar') return calendar.onOrBefore(addDays(day, days));
  if (days > 0) return calendar.addWorkingDays(day, days);
  let on = calendar.onOrBefore(day);
  for (let n = days; n < 0; n++) on = calendar.onOrBefore(addDays(on, -1));
  return on;
}

/** The day so far after `day`; what would fall on a day off is later, since before it would not be true yet. */
function onwards(day: PlainDate, days: number, unit: DayUnit, calendar: Calendar): PlainDate {
  return unit === 'working' ? calendar.addWorkingDays(day, days) : calendar.onOrAfter(addDays(day, days));
}

interface After {
  called: 'late' | 'missed';
  before?: readonly Rung[];
  floor?: readonly RungRule[];
}

/**
 * The rungs after a last day, then the repetitions, after those before it. Walked lazily, and as often as one likes:
 * there may be no end. A repetition is named by how far it is from the first rungs, so that a policy with other waits
 * takes none of them for told; as built in they are counted.
 */
export function afterRungs(rule: LadderRule, last: PlainDate, calendar: Calendar, how: After): Iterable<Rung> {
  return { [Symbol.iterator]: () => walkAfter(rule, last, calendar, how) };
}

function* walkAfter(rule: LadderRule, last: PlainDate, calendar: Calendar, how: After): Generator<Rung> {
  const { called, before = [], floor = [] } = how;
  yield* before;
  const firsts = withFloor(rule.rungs, floor)
    .filter((one) => one.days > 0)
    .map((one) => ({ one, on: onwards(last, one.days, one.unit, calendar) }))
    .sort((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)));
  const counted = called === 'late' && isAsBuiltIn(rule);
  const most = rule.stopAfter ?? Infinity;
  let n = 0;
  for (const { one, on } of firsts) {
    // What says that a day of ours was missed is part of the floor: no stop rule takes it away.
    const isFloor = floor.some((other) => isSame(other, one));
    if (++n > most && !isFloor) continue;
    const name = counted ? `late-${n}` : called === 'missed' && isFloor ? called : `${called}-${lengthOf(one)}`;
    yield { name, on, onceBegun: true, ...(isFloor && { urgent: true }) };
  }
  if (rule.repeat === null) return;
  const from = firsts.at(-1);
  const start = from ? lengthOf(from.one) : '0d';
  for (const { on, total } of repetitions(rule.repeat, from?.on ?? last, calendar)) {
    if (++n > most) return;
    const name = counted ? `late-${n}` : `${called}-${start}+${total}${rule.repeat.unit === 'working' ? 'w' : 'd'}`;
    yield { name, on, onceBegun: true };
  }
}

function* repetitions({ every, unit, times, thenEvery }: Repeat, from: PlainDate, calendar: Calendar) {
  let on = from;
  let total = 0;
  for (let n = 1; ; n++) {
    const isMore = times !== undefined && n > times;
    if (isMore && thenEvery === undefined) return;
    const step = isMore ? thenEvery! : every;
    total += step;
    on = onwards(on, step, unit, calendar);
    yield { on, total };
  }
}

/** Every so often, while a deadline of ours has no day. */
export function undatedRungs(
  { every, unit }: { every: number; unit: DayUnit },
  since: PlainDate,
  calendar: Calendar,
): Iterable<Rung> {
  const builtIn = BUILT_IN.ladders.answer!.whenUndated!;
  const counted = every === builtIn.every && unit === builtIn.unit;
  function* walk(): Generator<Rung> {
    for (let n = 1; ; n++) {
      const name = counted ? `every-${n}` : `every-${n * every}${unit === 'working' ? 'w' : 'd'}`;
      yield { name, on: onwards(since, n * every, unit, calendar), onceBegun: false };
    }
  }
  return { [Symbol.iterator]: walk };
}

function withFloor(rules: readonly RungRule[], floor: readonly RungRule[]): RungRule[] {
  return [...rules, ...floor.filter((one) => !rules.some((known) => isSame(known, one)))];
}

function isAsBuiltIn({ rungs, repeat }: LadderRule): boolean {
  const late = BUILT_IN.ladders.determination!;
  const after = rungs.filter((one) => one.days > 0);
  return after.length === 1 && isSame(after[0]!, late.rungs[0]!) && isSameRepeat(repeat, late.repeat);
}

function isSameRepeat(a: Repeat | null, b: Repeat | null): boolean {
  if (a === null || b === null) return a === b;
  return a.every === b.every && a.unit === b.unit && a.times === b.times && a.thenEvery === b.thenEvery;
}

function lengthOf({ days, unit }: RungRule): string {
  return `${days}${unit === 'working' ? 'w' : 'd'}`;
}
