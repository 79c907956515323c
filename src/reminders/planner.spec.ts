import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  ann,
  applied,
  bob,
  calendar,
  cat,
  deadline,
  input,
  NEW_YORK,
  nine,
  noon,
  standing,
} from '../../test/support/planning.ts';
import { addDays, day, type PlainDate } from '../law/plain-date.ts';
import type { Deadline, Standing } from '../law/standing.ts';
import { dayIn, instantAt, timeIn } from '../zone.ts';
import type { NewReminder, Plan, PlanInput, PlannedRow } from './plan-input.ts';
import { planReminders } from './planner.ts';
import type { Person } from './recipients.ts';

const aboutDeadlines = (plan: Plan): NewReminder[] => plan.add.filter((one) => one.deadlineId !== null);
const table = (added: NewReminder[]): string[] =>
  added.map(
    (one) => `${one.rung} ${one.sendAt} ${one.state === 'planned' ? 'planned' : one.reason} ${one.recipientId}`,
  );

describe('a deadline of ours', () => {
  it('is told the next morning, then half-way, 3, 1 and 0 days before, and once when missed', () => {
    const plan = planReminders(input({ standing: standing([deadline({})]) }));
    expect(table(aboutDeadlines(plan))).toEqual([
      `half-way ${nine('2026-06-23')} planned ann`,
      `3-before ${nine('2026-07-02')} planned ann`, // 5 July is a Sunday, 3 July the day off for Independence Day
      `1-before ${nine('2026-07-07')} planned ann`,
      `0-before ${nine('2026-07-08')} planned ann`,
      `missed ${nine('2026-07-09')} planned ann`,
      `opened ${nine('2026-06-09')} planned ann`,
    ]);
  });

  it('counts from the earliest reading, and a rung on a weekend moves earlier', () => {
    const due = { dueOn: day('2026-11-05'), earliestReadingOn: day('2026-11-03'), latestReadingOn: day('2026-11-05') };
    const appeal = deadline({ kind: 'appeal-filing', ...due });
    const plan = planReminders(input({ now: noon('2026-08-05'), standing: standing([appeal], { status: 'decided' }) }));
    expect(aboutDeadlines(plan).map((one) => `${one.rung} ${one.sendAt.slice(0, 10)}`)).toEqual([
      '30-before 2026-10-02', // Sunday 4 October → Friday
      '14-before 2026-10-20',
      '7-before 2026-10-27',
      '3-before 2026-10-30', // Saturday → Friday
      '1-before 2026-11-02',
      '0-before 2026-11-03',
      'missed 2026-11-06',
      'opened 2026-08-06',
    ]);
  });

  it('asks every five working days when nobody set a date, one rung at a time', () => {
    const undated = deadline({ dueOn: null, earliestReadingOn: null, latestReadingOn: null });
    const first = planReminders(input({ standing: standing([undated]) }));
    expect(table(aboutDeadlines(first))).toEqual([
      `every-1 ${nine('2026-06-15')} planned ann`,
      `opened ${nine('2026-06-09')} planned ann`,
    ]);
    const rows = applied([], first).map((row): PlannedRow => ({ ...row, state: 'sent' }));
    const next = planReminders(input({ now: nine('2026-06-15'), rows, standing: standing([undated]) }));
    expect(table(aboutDeadlines(next))).toEqual([`every-2 ${nine('2026-06-23')} planned ann`]); // Juneteenth is off
  });

  it('is opened on a weekend only when Monday would be too late', () => {
    const friday = noon('2026-06-12');
    const facts = [{ id: 'f1', on: day('2026-06-12'), recordedAt: friday }];
    const opened = (dueOn: string) =>
      planReminders(
        input({
          now: friday,
          facts,
          standing: standing([deadline({ dueOn: day(dueOn), earliestReadingOn: day(dueOn) })]),
        }),
      ).add.find((one) => one.rung === 'opened')?.sendAt;
    expect(opened('2026-06-30')).toBe(nine('2026-06-15'));
    expect(opened('2026-06-14')).toBe(nine('2026-06-13'));
  });

  it('is told anew when its day moves, and what was planned for the old day is called off', () => {
    const before = applied([], planReminders(input({ standing: standing([deadline({})]) })));
    const later = deadline({ dueOn: day('2026-07-20'), earliestReadingOn: day('2026-07-20') });
    const plan = planReminders(input({ now: noon('2026-06-10'), rows: before, standing: standing([later]) }));
    expect(plan.cancel.map((one) => one.reason)).toEqual(['moved', 'moved', 'moved', 'moved', 'moved', 'moved']);
    expect(plan.add.find((one) => one.rung === 'opened')?.sendAt).toBe(nine('2026-06-11'));
  });

  it('entered late is told once, the next morning; what was over by then is kept as backdated', () => {
    const appeal = deadline({ kind: 'appeal-filing', dueOn: day('2026-11-03'), earliestReadingOn: day('2026-11-03') });
    const facts = [{ id: 'f1', on: day('2026-08-05'), recordedAt: noon('2026-10-28') }];
    const plan = planReminders(input({ now: noon('2026-10-28'), facts, standing: standing([appeal]) }));
    expect(table(aboutDeadlines(plan))).toEqual([
      `30-before ${nine('2026-10-02')} backdated ann`,
      `14-before ${nine('2026-10-20')} backdated ann`,
      `7-before ${nine('2026-10-27')} backdated ann`,
      `3-before ${nine('2026-10-30')} planned ann`,
      `1-before ${nine('2026-11-02')} planned ann`,
      `0-before ${nine('2026-11-03')} planned ann`,
      `missed ${nine('2026-11-04')} planned ann`,
      `opened ${nine('2026-10-29')} planned ann`,
    ]);
  });

  it('goes to all owners too when it is the time to sue', () => {
    const suit = deadline({ kind: 'suit-filing', dueOn: day('2032-07-29'), earliestReadingOn: day('2032-07-29') });
    const plan = planReminders(input({ standing: standing([suit]) }));
    const yearBefore = plan.add.filter((one) => one.rung === '365-before');
    expect(table(yearBefore)).toEqual([
      `365-before ${nine('2031-07-30')} planned ann`, // 2032 is a leap year
      `365-before ${nine('2031-07-30', cat.timeZone)} planned cat`,
    ]);
    expect(plan.add.some((one) => one.rung === 'opened')).toBe(false);
  });

  it('goes to the next person when one mutes it, and never to nobody', () => {
    const rows = applied([], planReminders(input({ standing: standing([deadline({})]) })));
    const muted = rows.map((row): PlannedRow =>
      row.rung === 'half-way' ? { ...row, state: 'cancelled', reason: 'muted' } : row,
    );
    const plan = planReminders(input({ rows: muted, standing: standing([deadline({})]) }));
    expect(new Set(plan.cancel.map((one) => one.reason))).toEqual(new Set(['muted']));
    expect(new Set(aboutDeadlines(plan).map((one) => one.recipientId))).toEqual(new Set(['cat']));
  });
});

describe("an agency's deadline", () => {
  const late = (state: Partial<Deadline> = {}) =>
    deadline({
      kind: 'determination',
      owedBy: 'agency',
      dueOn: day('2026-07-28'),
      latestReadingOn: day('2026-07-29'),
      ...state,
    });

  it('is told on the first working day after it is late on every reading, then every 20 six times, then every 60', () => {
    let rows: PlannedRow[] = [];
    let now = noon('2026-07-10');
    const told: string[] = [];
    for (let n = 0; n < 10; n++) {
      rows = applied(rows, planReminders(input({ now, rows, standing: standing([late()]) })));
      const next = rows.filter((row) => row.state === 'planned' && row.deadlineId !== null);
      expect(next).toHaveLength(1);
      told.push(`${next[0]!.rung} ${next[0]!.sendAt.slice(0, 10)}`);
      now = next[0]!.sendAt;
      rows = rows.map((row) => (row.id === next[0]!.id ? { ...row, state: 'sent' } : row));
    }
    const apart = told.slice(1).map((_, n) => calendar.workingDaysBetween(dayOf(told[n]!), dayOf(told[n + 1]!)));
    expect(told[0]).toBe('late-1 2026-07-30');
    expect(apart).toEqual([20, 20, 20, 20, 20, 20, 60, 60, 60]);
  });

  it('waits while the period stands still, and ends with a decision', () => {
    const rows = applied([], planReminders(input({ standing: standing([late()]) })));
    const paused = late({ state: 'paused', dueOn: null, latestReadingOn: null });
    expect(planReminders(input({ rows, standing: standing([paused]) })).cancel[0]?.reason).toBe('paused');
    const done = late({ state: 'missed', metOn: day('2026-08-05'), lateOnEveryReading: true });
    expect(planReminders(input({ rows, standing: standing([done]) })).cancel[0]?.reason).toBe('met');
  });

  it('tells nobody of lateness before that day has begun at the agency, however far east they are', () => {
    const tokyo: Person = { id: 'dan', timeZone: 'Asia/Tokyo', active: true };
    const people = { assignee: tokyo, creator: ann, owners: [] };
    const plan = planReminders(input({ people, standing: standing([late()]) }));
    expect(aboutDeadlines(plan)[0]?.sendAt).toBe(nine('2026-07-31', 'Asia/Tokyo'));
  });

  it('is silent once muted', () => {
    const rows = applied([], planReminders(input({ standing: standing([late()]) })));
    const muted = rows.map((row): PlannedRow => ({ ...row, state: 'cancelled', reason: 'muted' }));
    expect(aboutDeadlines(planReminders(input({ rows: muted, standing: standing([late()]) })))).toEqual([]);
  });

  it('that is only expected is never told of', () => {
    const expected = late({ kind: 'tracking-number', expected: true });
    expect(aboutDeadlines(planReminders(input({ standing: standing([expected]) })))).toEqual([]);
  });

  it('that the agency named itself counts from its own date', () => {
    const estimate = { date: day('2026-09-01'), statusChangeId: 'f9' };
    const plan = planReminders(input({ standing: standing([late()], { estimate }) }));
    expect(table(aboutDeadlines(plan))[1]).toBe(`late-1 ${nine('2026-09-02')} planned ann`);
  });

  it('years in the past floods nobody: a few rungs on record, the next one planned', () => {
    const old = late({ dueOn: day('2016-03-01'), latestReadingOn: day('2016-03-02'), state: 'missed', overdue: true });
    const plan = planReminders(input({ standing: standing([old]) }));
    expect(plan.add.filter((one) => one.state === 'planned' && one.deadlineId !== null)).toHaveLength(1);
    expect(plan.add.filter((one) => one.reason === 'backdated')).toHaveLength(8);
  });
});

describe('a closed request that others open again', () => {
  const reopened = { statusChangeId: 'f2', kind: 'determined', on: day('2026-06-08') } as const;
  const facts = [
    { id: 'f1', on: day('2026-06-02'), recordedAt: noon('2026-06-02') },
    { id: 'f2', on: day('2026-06-08'), recordedAt: noon('2026-06-10') },
  ];
  const closing = { statusChangeId: 'f1', on: day('2026-06-02') };
  const open = standing([], { reopened: { ...reopened, closing } });
  const news = (added: NewReminder[]) => table(added.filter((one) => one.rung === 'reopened'));

  it('is told the morning after it was recorded, however long the letter took', () => {
    const plan = planReminders(input({ now: noon('2026-06-10'), facts, standing: open }));
    expect(news(plan.add)).toEqual([`reopened ${nine('2026-06-11')} planned ann`]);
  });

  it('is told once, also when it is given to somebody else, and anew when others open it anew', () => {
    const first = planReminders(input({ now: noon('2026-06-10'), facts, standing: open }));
    const sent = applied([], first).map((row): PlannedRow => ({ ...row, state: 'sent' }));
    const people = { assignee: bob, creator: ann, owners: [cat] };
    const later = { now: noon('2026-06-12'), people, rows: sent };
    expect(news(planReminders(input({ ...later, facts, standing: open })).add)).toEqual([]);
    const closedAgain = { id: 'f3', on: day('2026-06-11'), recordedAt: noon('2026-06-11') };
    const cameAgain = { id: 'f4', on: day('2026-06-12'), recordedAt: noon('2026-06-12') };
    const again = { statusChangeId: 'f4', kind: 'released', on: day('2026-06-12') } as const;
    const second = standing([], { reopened: { ...again, closing: { statusChangeId: 'f3', on: closedAgain.on } } });
    const plan = planReminders(input({ ...later, facts: [...facts, closedAgain, cameAgain], standing: second }));
    expect(news(plan.add)).toEqual([`reopened ${nine('2026-06-15', bob.timeZone)} planned bob`]);
  });

  it('is not told when it is closed again before the morning', () => {
    const rows = applied([], planReminders(input({ now: noon('2026-06-10'), facts, standing: open })));
    const closed = planReminders(
      input({ now: noon('2026-06-10'), facts, rows, standing: standing([], { status: 'closed' }) }),
    );
    expect(new Set(closed.cancel.map((one) => one.reason))).toEqual(new Set(['closed']));
  });

  it('entered long after floods nobody: what came before the closing was even entered is old history', () => {
    const entered = facts.map((fact) => ({ ...fact, recordedAt: noon('2028-03-01') }));
    const plan = planReminders(input({ now: noon('2028-03-01'), facts: entered, standing: open }));
    expect(news(plan.add)).toEqual([`reopened ${nine('2026-06-08')} backdated ann`]);
  });
});

describe('a request', () => {
  it('without a sign of life is asked after on the tenth working day', () => {
    const filed = standing([], { status: 'filed' });
    const plan = planReminders(input({ now: noon('2026-06-01'), standing: filed }));
    expect(table(plan.add)[0]).toBe(`silence ${nine('2026-06-15')} planned ann`);
    const rows = applied([], plan);
    const heard = planReminders(input({ now: noon('2026-06-02'), rows, standing: standing([]) }));
    expect(heard.cancel.map((one) => one.reason)).toEqual(['answered']);
  });

  it('without a fact for 90 days is looked at, counted from what was recorded last', () => {
    const facts = [{ id: 'f1', on: day('2020-01-02'), recordedAt: noon('2026-06-08') }];
    expect(table(planReminders(input({ facts })).add)).toEqual([`quiet ${nine('2026-09-04')} planned ann`]);
  });

  it('that is closed or still a draft has no reminders', () => {
    for (const status of ['closed', 'draft'] as const) {
      expect(planReminders(input({ standing: standing([], { status }) })).add).toEqual([]);
    }
  });

  it('given to somebody else takes its reminders along, even one whose hour has passed', () => {
    const one = standing([deadline({})]);
    const rows = applied([], planReminders(input({ standing: one })));
    const people = { assignee: bob, creator: ann, owners: [cat] };
    const now = instantAt(NEW_YORK, day('2026-06-09'), '09:30');
    const plan = planReminders(input({ now, rows, people, standing: one }));
    expect(new Set(plan.cancel.map((cancelled) => cancelled.reason))).toEqual(new Set(['readdressed']));
    expect(new Set(plan.add.map((added) => `${added.state} ${added.recipientId}`))).toEqual(new Set(['planned bob']));
  });
});

const dayOf = (told: string): PlainDate => day(told.split(' ')[1]!);

const zones = [NEW_YORK, 'Europe/Berlin', 'Asia/Tokyo', 'Pacific/Honolulu', 'Pacific/Kiritimati', 'America/Sao_Paulo'];
const days = fc.integer({ min: -400, max: 800 }).map((n) => addDays(day('2026-06-08'), n));
const persons = (id: string): fc.Arbitrary<Person> =>
  fc.record({ id: fc.constant(id), timeZone: fc.constantFrom(...zones), active: fc.boolean() });

const deadlines: fc.Arbitrary<Deadline> = fc
  .record({
    kind: fc.constantFrom<Deadline['kind']>(
      'determination',
      'appeal-decision',
      'answer',
      'appeal-filing',
      'suit-filing',
      'court-production',
      'tracking-number',
    ),
    state: fc.constantFrom<Deadline['state']>('running', 'missed', 'met', 'void', 'paused'),
    dueOn: fc.option(days, { freq: 8 }),
    spread: fc.integer({ min: 0, max: 4 }),
    done: fc.boolean(),
    byUs: fc.boolean(),
  })
  .map(({ kind, state, dueOn, spread, done, byUs }) => {
    const ours = ['answer', 'appeal-filing', 'suit-filing'].includes(kind) || (kind === 'court-production' && byUs);
    const due = state === 'paused' ? null : dueOn;
    return deadline({
      kind,
      state,
      owedBy: ours ? 'requester' : 'agency',
      dueOn: due,
      earliestReadingOn: due && addDays(due, -spread),
      latestReadingOn: due && addDays(due, spread),
      overdue: state === 'missed' && !done,
      expected: kind === 'tracking-number',
      ...(done && state === 'missed' && due ? { metOn: addDays(due, 3) } : {}),
    });
  });

const inputs: fc.Arbitrary<PlanInput> = fc
  .record({
    many: fc.uniqueArray(deadlines, { maxLength: 3, selector: (one) => one.id }),
    status: fc.constantFrom<Standing['status']>('filed', 'processing', 'paused', 'decided', 'appealing', 'closed'),
    today: days,
    hour: fc.constantFrom('00:00', '09:00', '12:00', '23:59'),
    assignee: fc.option(persons('ann')),
    creator: persons('bob'),
    owners: fc.array(persons('cat'), { maxLength: 1 }),
  })
  .map(({ many, status, today, hour, assignee, creator, owners }) => {
    const now = instantAt(NEW_YORK, today, hour);
    const people = { assignee, creator, owners };
    return input({
      now,
      people,
      standing: standing(many, { status, asOf: today }),
      facts: [{ id: 'f1', on: addDays(today, -1), recordedAt: now }],
    });
  });

describe('whatever stands', () => {
  it('what is met, void or paused has nothing planned', () => {
    fc.assert(
      fc.property(inputs, (one) => {
        const over = one.standing.deadlines.filter((d) => ['met', 'void', 'paused'].includes(d.state) || d.metOn);
        const ids = new Set(over.map((d) => d.id));
        for (const added of planReminders(one).add) expect(ids.has(added.deadlineId ?? '')).toBe(false);
      }),
    );
  });

  it('a rung is at 09:00 where its reader is, on a working day, unless Monday would be too late', () => {
    fc.assert(
      fc.property(inputs, (one) => {
        const persons = [one.people.assignee, one.people.creator, ...one.people.owners];
        for (const added of planReminders(one).add) {
          const reader = persons.find((person) => person?.id === added.recipientId)!;
          expect(timeIn(reader.timeZone, added.sendAt)).toBe('09:00');
          const on = dayIn(reader.timeZone, added.sendAt);
          const last = one.standing.deadlines.find((d) => d.id === added.deadlineId)?.earliestReadingOn;
          const tooLate = added.rung === 'opened' && last && calendar.onOrAfter(on) > last;
          expect(calendar.isWorkingDay(on) || tooLate).toBe(true);
        }
      }),
    );
  });

  it('planning again after the plan was carried out changes nothing', () => {
    fc.assert(
      fc.property(inputs, (one) => {
        const rows = applied([], planReminders(one));
        expect(planReminders({ ...one, rows })).toEqual({ add: [], cancel: [] });
      }),
    );
  });

  it('no rung is planned twice for one person, also after everything has changed', () => {
    fc.assert(
      fc.property(inputs, inputs, (first, second) => {
        const rows = applied([], planReminders(first));
        const after = applied(rows, planReminders({ ...second, rows }));
        const live = after.filter((row) => row.state === 'planned');
        const keys = live.map((row) => `${row.deadlineId} ${row.rung} ${row.dueOn} ${row.recipientId}`);
        expect(new Set(keys).size).toBe(keys.length);
        expect(planReminders({ ...second, rows: after })).toEqual({ add: [], cancel: [] });
      }),
    );
  });

  it('what is owed by us and running is told to somebody', () => {
    fc.assert(
      fc.property(inputs, (one) => {
        const { add } = planReminders(one);
        for (const owed of one.standing.deadlines) {
          if (owed.owedBy !== 'requester' || owed.state !== 'running' || owed.kind === 'suit-filing') continue;
          expect(add.some((added) => added.deadlineId === owed.id && added.state === 'planned')).toBe(true);
        }
        const known = [one.people.assignee, one.people.creator, ...one.people.owners];
        const someoneActive = known.some((person) => person?.active);
        for (const added of add) {
          const reader = known.find((person) => person?.id === added.recipientId);
          expect(reader).toBeDefined();
          if (someoneActive) expect(reader?.active).toBe(true);
        }
      }),
    );
  });
});
