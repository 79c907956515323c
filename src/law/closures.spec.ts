import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { calendarOf } from './calendar.ts';
import { asRecorded } from './cases/case.ts';
import { readClock } from './clock.ts';
import { type Closure, withClosures } from './closures.ts';
import { explainDeadline } from './explain.ts';
import type { Law } from './law.ts';
import type { QuestionEvent } from './matters/period.ts';
import { countOver, countedOver, type Pause } from './matters/pauses.ts';
import { addDays, addMonths, day, daysBetween, fromEpochDay, toEpochDay } from './plain-date.ts';
import type { PlainDate } from './plain-date.ts';
import type { Deadline } from './standing.ts';
import { standingOn } from './standing-on.ts';
import type { Statute } from './statute.ts';
import type { Unit } from './terms.ts';
import { usFoia } from './statutes/us-foia.ts';

const cites = { label: 'Decree of 1 June 2026' };
const closure = (effect: Closure['effect'], from: string, to = from, says = 'the offices are shut'): Closure => ({
  from: day(from),
  to: day(to),
  effect,
  says,
  cites,
});

/** A law like the federal one that gives so much for a determination. */
const giving = (count: number, unit: Unit): Statute => ({
  ...usFoia,
  terms: { ...usFoia.terms, determination: { ...usFoia.terms.determination!, count, unit } },
});

const filed = { kind: 'filed', on: '2026-06-01', channel: 'email' };
const received = { kind: 'received', on: '2026-06-01' };
const asked = { kind: 'clarification-requested', on: '2026-06-08' };
const answered = { kind: 'clarified', on: '2026-06-15', channel: 'email', receivedOn: '2026-06-15' };
const denied = { kind: 'determined', on: '2026-06-12', outcome: 'denied', appealRightsGiven: true };

function deadline(law: Law, facts: object[], kind = 'determination'): Deadline {
  const standing = standingOn(readClock(asRecorded(facts as never), law), day('2026-06-20'));
  return standing.deadlines.find((one) => one.kind === kind)!;
}

const dueOn = (statute: Statute, closures: Closure[], facts: object[] = [filed, received], kind?: string) =>
  deadline(withClosures({ statute }, closures), facts, kind).dueOn;

describe('terms that stand still', () => {
  const decree = [closure('suspends', '2026-06-10', '2026-06-14')];

  it('move on in calendar days and months by every day of it', () => {
    expect(dueOn(giving(20, 'calendar-day'), [])).toBe('2026-06-21');
    expect(dueOn(giving(20, 'calendar-day'), decree)).toBe('2026-06-26');
    expect(dueOn(giving(1, 'month'), [])).toBe('2026-07-01');
    expect(dueOn(giving(1, 'month'), decree)).toBe('2026-07-06');
  });

  it('leave its weekdays out of working days, and say which and why', () => {
    expect(dueOn(giving(10, 'working-day'), [])).toBe('2026-06-15');
    const shut = deadline(withClosures({ statute: giving(10, 'working-day') }, decree), [filed, received]);
    expect(shut.dueOn).toBe('2026-06-18');
    expect(explainDeadline(shut)).toContain('Fri 12 Jun 2026 is not counted: the offices are shut');
    expect(shut.steps.find(({ on }) => on === '2026-06-10')?.cites).toEqual(cites);
  });

  it('are one line of an explanation, however long', () => {
    const long = withClosures({ statute: giving(10, 'working-day') }, [
      closure('suspends', '2026-06-08', '2026-09-04'),
    ]);
    const { steps, dueOn: last } = deadline(long, [filed, received]);
    expect(last).toBe('2026-09-15');
    const told = steps.filter(({ says }) => says.includes('the offices are shut')).map(({ says }) => says);
    expect(told).toHaveLength(3);
  });

  it('count a day once that two decrees cover, in whatever order they are known', () => {
    const two = [closure('suspends', '2026-06-12', '2026-06-16'), ...decree];
    expect(dueOn(giving(20, 'calendar-day'), two)).toBe('2026-06-28');
    expect(dueOn(giving(20, 'calendar-day'), two.toReversed())).toBe('2026-06-28');
    // The first moves the end into the second.
    const chain = [closure('suspends', '2026-06-24', '2026-06-25'), ...decree];
    expect(dueOn(giving(20, 'calendar-day'), chain)).toBe('2026-06-28');
  });

  it('do so before a pause, in it and after it', () => {
    const facts = [filed, received, asked, answered];
    const law = giving(20, 'calendar-day');
    const plain = dueOn(law, [], facts)!;
    expect(dueOn(law, [closure('suspends', '2026-06-03', '2026-06-05')], facts)).toBe(addDays(plain, 3));
    expect(dueOn(law, [closure('suspends', '2026-06-09', '2026-06-12')], facts)).toBe(plain);
    expect(dueOn(law, [closure('suspends', '2026-06-18', '2026-06-19')], facts)).toBe(addDays(plain, 2));
    const months = giving(1, 'month');
    const inMonths = dueOn(months, [], facts)!;
    expect(dueOn(months, [closure('suspends', '2026-06-09', '2026-06-12')], facts)).toBe(inMonths);
    expect(dueOn(months, [closure('suspends', '2026-07-06', '2026-07-07')], facts)).toBe(addDays(inMonths, 2));
  });

  it("keep the requester's window open for as long", () => {
    const facts = [filed, received, denied];
    const plain = dueOn(usFoia, [], facts, 'appeal-filing')!;
    const law = withClosures({ statute: usFoia }, [closure('suspends', '2026-07-06', '2026-07-15')]);
    const window = deadline(law, facts, 'appeal-filing');
    expect(window.dueOn! >= addDays(plain, 10)).toBe(true);
    expect(explainDeadline(window)).toContain('Mon 6 Jul 2026 to Wed 15 Jul 2026 are not counted');
  });
});

describe('days off', () => {
  const furlough = [closure('day-off', '2026-06-12')];

  it('are no working days, and nothing to terms in calendar days', () => {
    expect(dueOn(giving(10, 'working-day'), furlough)).toBe('2026-06-16');
    expect(dueOn(giving(20, 'calendar-day'), furlough)).toBe('2026-06-21');
    expect(dueOn(giving(1, 'month'), furlough)).toBe('2026-07-01');
  });

  it('are worked all the same by an agency that says so of itself', () => {
    const open = { calendar: { remove: [{ from: day('2026-06-12'), name: 'open in the furlough', cites }] } };
    const law = withClosures({ statute: giving(10, 'working-day'), overrides: open }, furlough);
    expect(deadline(law, [filed, received]).dueOn).toBe('2026-06-15');
    const steps = explainDeadline(deadline(law, [filed, received]));
    expect(steps).toContain('Fri 12 Jun 2026 is counted: open in the furlough');
  });
});

describe('closures that count', () => {
  const shutdown = [closure('counts', '2026-06-05', '2026-06-30', 'the government was shut')];

  it.each(['working-day', 'calendar-day', 'month'] as const)('change the words alone, in terms of a %s', (unit) => {
    const statute = giving(unit === 'month' ? 1 : 20, unit);
    const facts = [filed, received, denied];
    const read = (law: Law) => standingOn(readClock(asRecorded(facts as never), law), day('2026-06-20'));
    const [plain, shut] = [read({ statute }), read(withClosures({ statute }, shutdown))];
    const withoutSteps = (all: readonly Deadline[]) => all.map(({ steps: _, ...rest }) => rest);
    expect(withoutSteps(shut.deadlines)).toEqual(withoutSteps(plain.deadlines));
    const step = shut.deadlines[0]!.steps.find(({ says }) => says.includes('the government was shut'));
    const says = 'Fri 5 Jun 2026 to Tue 30 Jun 2026: the government was shut; those days count all the same';
    expect(step).toEqual({ on: '2026-06-05', says, cites });
  });

  it('are left unsaid where the term does not run over them', () => {
    const later = [closure('counts', '2027-06-05', '2027-06-30', 'the government was shut')];
    const law = withClosures({ statute: giving(10, 'working-day') }, later);
    expect(explainDeadline(deadline(law, [filed, received]))).not.toContain('shut');
  });
});

describe('counting over pauses and decrees', () => {
  const start = day('2026-01-30');
  const spans = fc.array(fc.tuple(fc.nat(90), fc.nat(20)), { maxLength: 4 });
  const span = ([from, length]: [number, number]) => ({
    from: addDays(start, from),
    to: addDays(start, from + length),
  });

  /** Days one by one: the last of `count` days that are in no pause and under no decree. */
  const walk = (count: number, off: { from: PlainDate; to: PlainDate }[]): PlainDate => {
    let n = toEpochDay(start);
    for (let left = count; left > 0;) {
      n++;
      const on = fromEpochDay(n);
      if (!off.some(({ from, to }) => on >= from && on <= to)) left--;
    }
    return fromEpochDay(n);
  };
  const inOrder = (all: { from: PlainDate; to: PlainDate }[]) => all.sort((a, b) => (a.from < b.from ? -1 : 1));
  const pauseOf = ({ from, to }: { from: PlainDate; to: PlainDate }): Pause => {
    const none = { count: 0, unit: 'calendar-day' } as const;
    return { from, before: addDays(from, -1), to, restarts: false, event: {} as QuestionEvent, used: none, left: none };
  };

  it.each([
    [{ count: 30, unit: 'calendar-day' }, 30],
    [{ count: 1, unit: 'month' }, daysBetween(start, addMonths(start, 1))],
    [{ count: 3, unit: 'month' }, daysBetween(start, addMonths(start, 3))],
  ] as const)('is what counting day by day gives: %o', (length, count) => {
    fc.assert(
      fc.property(spans, spans, (decreed, asked) => {
        const suspensions = decreed.map(span).map((one) => ({ ...one, says: 'decree', cites }));
        // A question asked before the term began stops nothing.
        const pauses = inOrder(asked.map(span).filter(({ from }) => from > start));
        const calendar = calendarOf('us-federal', undefined, false, suspensions);
        const expected = walk(count, [...suspensions, ...pauses]);
        const counted = countOver(calendar, start, length, pauses.map(pauseOf));
        expect(counted.dueOn).toBe(expected);
        const until = countedOver(calendar, start, length, pauses.map(pauseOf), expected);
        expect(until.left.count).toBe(0);
      }),
      { numRuns: 300 },
    );
  });
});
