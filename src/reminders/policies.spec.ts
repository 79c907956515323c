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
  lived,
  NEW_YORK,
  nine,
  noon,
  standing,
} from '../../test/support/planning.ts';
import { propertyRuns } from '../../test/support/runs.ts';
import { addDays, day, daysBetween } from '../law/plain-date.ts';
import type { Deadline } from '../law/standing.ts';
import { dayIn, instantAt, startOfDay, timeIn } from '../zone.ts';
import { Moments } from './moments.ts';
import type { PlanInput, PlannedAct, PlannedRow } from './plan-input.ts';
import { planReminders } from './planner.ts';
import {
  BUILT_IN,
  dayUnits,
  floorOf,
  type LadderRule,
  openings,
  type Policy,
  type PolicyBody,
  policyOf,
} from './policy.ts';
import type { Person, Ways } from './recipients.ts';

const appeal = (fields: Partial<Deadline> = {}) =>
  deadline({ kind: 'appeal-filing', dueOn: day('2026-09-01'), earliestReadingOn: day('2026-09-01'), ...fields });
const late = (fields: Partial<Deadline> = {}) =>
  deadline({
    kind: 'determination',
    owedBy: 'agency',
    dueOn: day('2026-07-28'),
    latestReadingOn: day('2026-07-29'),
    ...fields,
  });
const only = (body: PolicyBody): Policy => policyOf({ desk: body, tags: [], request: null, person: null });
const days = (rows: readonly { rung: string; sendAt: string; deadlineId: string | null; state: string }[]) =>
  rows
    .filter((row) => row.state === 'planned' && row.deadlineId !== null && row.rung !== 'opened')
    .sort((a, b) => (a.sendAt < b.sendAt ? -1 : 1))
    .map((row) => `${row.rung} ${row.sendAt.slice(0, 10)}`);
const ways = (fields: Partial<Ways> = {}): Ways => ({
  quietFrom: '20:00',
  quietUntil: '08:00',
  workingDaysOnly: false,
  digest: 'daily',
  digestOn: 1,
  ...fields,
});

describe('a policy', () => {
  it('sets other rungs, in working or calendar days, and the last three of ours stay', () => {
    const policy = only({
      ladders: {
        'appeal-filing': {
          rungs: [
            { days: -10, unit: 'working' },
            { days: 5, unit: 'working' },
          ],
        },
      },
    });
    const plan = planReminders(input({ policy, standing: standing([appeal()]) }));
    expect(days(plan.add)).toEqual([
      '10w-before 2026-08-18',
      '3-before 2026-08-28', // the 29th is a Saturday
      '1-before 2026-08-31',
      '0-before 2026-09-01',
      'missed 2026-09-02',
      'missed-5w 2026-09-09', // 7 September is Labor Day
    ]);
  });

  it('that asks for nothing at all leaves the floor, and tells late entries even so', () => {
    const policy = only({ ladders: { 'suit-filing': { rungs: [], opens: 'never' } } });
    const suit = appeal({ kind: 'suit-filing' });
    expect(
      days(planReminders(input({ policy, standing: standing([suit]) })).add.filter((one) => one.recipientId === 'ann')),
    ).toEqual(['7-before 2026-08-25', '1-before 2026-08-31', '0-before 2026-09-01', 'missed 2026-09-02']);
    const now = noon('2026-08-27');
    const facts = [{ id: 'f1', on: day('2026-08-27'), recordedAt: now }];
    const plan = planReminders(input({ now, facts, policy, standing: standing([suit]) }));
    expect(plan.add.filter((one) => one.rung === 'opened' && one.recipientId === 'ann')).toMatchObject([
      { sendAt: nine('2026-08-28') },
    ]);
  });

  it("makes an agency's lateness denser or sparser, tells before it, and stops", () => {
    const rungs = [
      { days: -2, unit: 'working' },
      { days: 3, unit: 'calendar' },
    ] as const;
    const repeat = { every: 5, unit: 'working', times: 2 } as const;
    const told = (rule: Partial<LadderRule>) =>
      lived(
        input({ policy: only({ ladders: { determination: rule }, quiet: null }), standing: standing([late()]) }),
        noon('2028-01-01'),
      ).told.map((one) => `${one.rung} ${one.sendAt.slice(0, 10)}`);
    expect(told({ rungs, repeat })).toEqual([
      '2w-before 2026-07-27',
      'late-3d 2026-08-03', // 1 August is a Saturday
      'late-3d+5w 2026-08-10',
      'late-3d+10w 2026-08-17',
    ]);
    expect(told({ stopAfter: 2 })).toEqual(['late-1 2026-07-30', 'late-2 2026-08-27']);
    expect(told({ rungs: [], repeat: null })).toEqual([]);
  });

  it('that is sparser takes no rung for told because it was counted alike', () => {
    const built = lived(input({ standing: standing([late()]) }), noon('2026-08-28'));
    expect(built.told.map((one) => one.rung)).toEqual(['late-1', 'late-2']);
    const policy = only({ ladders: { determination: { repeat: { every: 30, unit: 'working' } } } });
    const plan = planReminders(
      input({ now: noon('2026-08-28'), rows: built.rows, policy, standing: standing([late()]) }),
    );
    expect(plan.cancel.map((one) => one.reason)).toEqual(['policy']);
    expect(days(plan.add)).toEqual(['late-1w+30w 2026-09-11']);
  });

  it('asks after silence on another day, or not at all', () => {
    const filed = standing([], { status: 'filed' });
    const asked = (body: PolicyBody) =>
      planReminders(input({ policy: only(body), standing: filed })).add.map((one) => one.rung);
    expect(asked({})).toEqual(['silence', 'quiet']);
    expect(asked({ silence: null })).toEqual(['quiet']);
    expect(asked({ silence: null, quiet: null })).toEqual([]);
    const rows = applied([], planReminders(input({ standing: filed })));
    const plan = planReminders(input({ rows, policy: only({ silence: null }), standing: filed }));
    expect(plan.cancel.map((one) => one.reason)).toEqual(['policy']);
  });

  it('of a person holds for that person alone', () => {
    const own = policyOf({
      desk: null,
      tags: [],
      request: null,
      person: { ladders: { determination: { rungs: [], repeat: null } } },
    });
    const people = { assignee: { ...ann, policy: own }, creator: bob, owners: [], watchers: [cat] };
    const plan = planReminders(input({ people, standing: standing([late()]) }));
    const told = plan.add.filter((one) => one.deadlineId !== null);
    expect(told.map((one) => `${one.rung} ${one.recipientId}`)).toEqual(['late-1 cat']);
  });

  it('the most special wins; of several tags, all rungs and the shortest waits', () => {
    const rule = (n: number): PolicyBody => ({ ladders: { answer: { rungs: [{ days: -n, unit: 'calendar' }] } } });
    const layers = { desk: rule(20), tags: [rule(5), rule(9)], request: rule(2), person: rule(1) };
    const rungs = (given: Partial<typeof layers>) =>
      policyOf({ desk: null, tags: [], request: null, person: null, ...given }).ladders.answer!.rungs.map(
        (one) => one.days,
      );
    expect(rungs(layers)).toEqual([-1]);
    expect(rungs({ ...layers, person: undefined })).toEqual([-2]);
    expect(rungs({ desk: layers.desk, tags: layers.tags })).toEqual([-5, -9]);
    expect(rungs({ desk: layers.desk })).toEqual([-20]);
    const waits = policyOf({
      desk: null,
      tags: [
        { silence: null, quiet: { days: 10, unit: 'working' } },
        { silence: { days: 9, unit: 'working' }, quiet: { days: 13, unit: 'calendar' } },
      ],
      request: null,
      person: null,
    });
    expect([waits.silence, waits.quiet]).toEqual([
      { days: 9, unit: 'working' },
      { days: 13, unit: 'calendar' },
    ]);
  });

  it('as built in is what nobody has changed, in the same words', () => {
    expect(only(BUILT_IN)).toEqual(BUILT_IN);
    expect(floorOf('suit-filing').map((one) => one.days)).toEqual([-7, -1, 0, 1]);
    expect(floorOf('answer').map((one) => one.days)).toEqual([-3, -1, 0, 1]);
  });
});

describe('who else is told', () => {
  const dan: Person = { id: 'dan', timeZone: 'Asia/Tokyo', active: true };

  it('watchers beside the holder, each by themselves', () => {
    const people = { assignee: null, creator: ann, owners: [], watchers: [bob, ann, { ...cat, active: false }] };
    const plan = planReminders(input({ people, standing: standing([late()]) }));
    const told = plan.add.filter((one) => one.rung === 'late-1').map((one) => one.recipientId);
    expect(told).toEqual(['ann', 'bob']);
    const rows = applied([], plan).map((row): PlannedRow =>
      row.recipientId === 'bob' && row.rung === 'late-1' ? { ...row, state: 'cancelled', reason: 'muted' } : row,
    );
    const after = planReminders(input({ people, rows, standing: standing([late()]) }));
    expect(after).toEqual({ add: [], cancel: [] });
  });

  it('whom the policy names, when so few days are left and nobody has acknowledged it', () => {
    const policy = only({ escalation: { days: 5, unit: 'calendar', to: ['dan'] } });
    const people = { assignee: null, creator: ann, owners: [], escalation: [dan, ann] };
    const ask = (fields: Partial<PlanInput> = {}) =>
      input({ policy, people, standing: standing([appeal()]), ...fields });
    const first = planReminders(ask());
    const escalated = first.add.filter((one) => one.rung === 'escalated');
    expect(escalated).toMatchObject([{ recipientId: 'dan', sendAt: nine('2026-08-27', 'Asia/Tokyo'), urgent: true }]);
    const rows = applied([], first);
    const by = { userId: 'ann', subject: appeal().id, at: noon('2026-06-09'), until: null } as const;
    const act: PlannedAct = { kind: 'acknowledge', dueOn: appeal().dueOn, ...by };
    expect(planReminders(ask({ rows, acts: [act] })).cancel).toMatchObject([{ reason: 'acknowledged' }]);
    // It was acknowledged for another day than the one that holds by now.
    expect(planReminders(ask({ rows, acts: [{ ...act, dueOn: day('2026-08-01') }] })).cancel).toEqual([]);
    // Entered too late for its rung, it is told the next morning all the same.
    const now = noon('2026-08-28');
    const facts = [{ id: 'f1', on: day('2026-08-28'), recordedAt: now }];
    expect(planReminders(ask({ now, facts })).add.filter((one) => one.rung === 'escalated')).toMatchObject([
      { sendAt: nine('2026-08-31', 'Asia/Tokyo') },
    ]);
  });
});

describe('peace until a day', () => {
  const snooze = (until: string, fields: Partial<PlannedAct> = {}): PlannedAct => ({
    kind: 'snooze',
    subject: appeal().id,
    dueOn: appeal().dueOn,
    userId: 'ann',
    at: noon('2026-07-20'),
    until: day(until),
    ...fields,
  });

  it('holds back what comes before it and tells on that day, once', () => {
    const start = input({ standing: standing([appeal()]), people: { assignee: null, creator: ann, owners: [] } });
    const change = (now: PlanInput): PlanInput => ({ ...now, acts: [snooze('2026-08-20')] });
    const { told } = lived(start, nine('2026-09-01'), [{ at: noon('2026-07-20'), change }]);
    expect(told.map((one) => `${one.rung} ${one.sendAt.slice(0, 10)}`)).toEqual([
      'opened 2026-06-09',
      '30-before 2026-08-20', // in place of 31 July
      '14-before 2026-08-20', // in place of 18 August
      'snoozed-2026-08-20 2026-08-20',
      '7-before 2026-08-25',
      '3-before 2026-08-28',
      '1-before 2026-08-31',
      '0-before 2026-09-01',
    ]);
  });

  it('is void when the day moves, and holds for nobody else', () => {
    const people = { assignee: null, creator: ann, owners: [], watchers: [bob] };
    const of = (act: PlannedAct) => {
      const { add } = planReminders(input({ people, acts: [act], standing: standing([appeal()]) }));
      return new Set(add.filter((one) => one.rung.startsWith('snoozed')).map((one) => one.recipientId));
    };
    expect(of(snooze('2026-08-20'))).toEqual(new Set(['ann']));
    expect(of(snooze('2026-08-20', { dueOn: day('2026-08-30') }))).toEqual(new Set());
  });
});

/** Where clocks change in every way there is, and where they never do. */
const zones = [
  NEW_YORK,
  'America/Sao_Paulo',
  'America/Santiago',
  'America/St_Johns',
  'Europe/Berlin',
  'Africa/Cairo',
  'Asia/Tokyo',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
  'Pacific/Honolulu',
  'Pacific/Kiritimati',
];
const units = fc.constantFrom(...dayUnits);
const someWays: fc.Arbitrary<Ways> = fc.record({
  quietFrom: fc.constantFrom('16:00', '18:30', '20:00'),
  quietUntil: fc.constantFrom('08:00', '09:00', '10:30', '12:00'),
  workingDaysOnly: fc.boolean(),
  digest: fc.constantFrom('daily', 'weekly'),
  digestOn: fc.integer({ min: 0, max: 6 }),
});
const rules: fc.Arbitrary<Partial<LadderRule>> = fc.record(
  {
    rungs: fc.uniqueArray(fc.record({ days: fc.integer({ min: -60, max: 40 }), unit: units }), {
      maxLength: 5,
      selector: (one) => `${one.days} ${one.days === 0 ? '' : one.unit}`,
    }),
    repeat: fc.option(
      fc.record({ every: fc.integer({ min: 1, max: 40 }), unit: units, times: fc.integer({ min: 1, max: 4 }) }),
    ),
    stopAfter: fc.option(fc.integer({ min: 0, max: 5 })),
    opens: fc.constantFrom(...openings),
    halfWay: fc.boolean(),
  },
  { requiredKeys: [] },
);
const OURS = ['answer', 'appeal-filing', 'suit-filing', 'withdrawal'] as const;
const bodies: fc.Arbitrary<PolicyBody> = fc.record(
  {
    ladders: fc.dictionary(fc.constantFrom(...OURS, 'determination'), rules),
    quiet: fc.constant(null),
    escalation: fc.option(fc.record({ days: fc.integer({ min: 0, max: 20 }), unit: units, to: fc.constant(['eve']) })),
  },
  { requiredKeys: [] },
);
const someone = (id: string): fc.Arbitrary<Person> =>
  fc
    .record({
      timeZone: fc.constantFrom(...zones),
      ways: fc.option(someWays, { nil: undefined }),
      own: fc.option(bodies),
    })
    .map(({ timeZone, ways: when, own }) => ({
      id,
      timeZone,
      active: true,
      ...(when && { ways: when }),
      ...(own && { policy: policyOf({ desk: null, tags: [], request: null, person: own }) }),
    }));

interface Case {
  start: PlanInput;
  owed: Deadline;
  policies: Policy[];
}
/** Any day of any two years, for a deadline of ours that may end at an hour, in an agency's zone of any kind. */
const cases: fc.Arbitrary<Case> = fc
  .record({
    kind: fc.constantFrom(...OURS),
    from: fc.integer({ min: 0, max: 730 }),
    length: fc.integer({ min: 0, max: 70 }),
    spread: fc.integer({ min: 0, max: 3 }),
    hour: fc.constantFrom('00:30', '08:59', '12:00', '17:00', '23:30'),
    cutOff: fc.option(fc.constantFrom('12:00', '17:00'), { nil: undefined }),
    timeZone: fc.constantFrom(...zones),
    people: fc.tuple(someone('ann'), someone('bob'), someone('cat'), someone('eve')),
    layers: fc.array(bodies, { minLength: 1, maxLength: 3 }),
    snooze: fc.option(fc.integer({ min: 0, max: 80 })),
  })
  .map(({ kind, from, length, spread, hour, cutOff, timeZone, people: [a, b, c, e], layers, snooze }) => {
    const begun = addDays(day('2026-01-01'), from);
    const dueOn = addDays(begun, length);
    const now = instantAt(timeZone, begun, hour);
    const owed = deadline({
      kind,
      dueOn: addDays(dueOn, spread),
      earliestReadingOn: dueOn,
      steps: [{ on: begun, says: 'asked' }],
      ...(cutOff && { mustArriveBy: { on: dueOn, cutOff } }),
    });
    const until = snooze === null ? null : addDays(begun, snooze);
    const act = { kind: 'snooze', subject: owed.id, dueOn: owed.dueOn, userId: 'ann', at: now, until } as const;
    const policies = layers.map((desk) => policyOf({ desk, tags: [], request: null, person: null }));
    return {
      owed,
      policies,
      start: input({
        now,
        timeZone,
        facts: [{ id: 'f1', on: begun, recordedAt: now }],
        people: { assignee: a, creator: b, owners: [], watchers: [c], escalation: [e] },
        standing: standing([owed], { asOf: begun }),
        policy: policies[0]!,
        acts: until === null ? [] : [act],
      }),
    };
  });

const endOf = ({ start, owed }: Case) => {
  const { cutOff } = owed.mustArriveBy ?? {};
  const last = owed.earliestReadingOn!;
  return cutOff ? instantAt(start.timeZone, last, cutOff) : startOfDay(start.timeZone, addDays(last, 1));
};
const runs = { numRuns: propertyRuns(50) };

describe('whatever is set by whom', () => {
  it('the last three rungs of ours are told in time, to everybody who is told at all', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const { start, owed } = one;
        const ends = endOf(one);
        const changes = one.policies.slice(1).map((policy, n) => ({
          at: instantAt(start.timeZone, addDays(dayIn(start.timeZone, start.now), 5 * (n + 1)), '12:00'),
          change: (now: PlanInput): PlanInput => ({ ...now, policy }),
        }));
        const { told } = lived(start, ends, changes);
        const moments = new Moments(start.zones, calendar, start.timeZone, start.now);
        const last = { lastDay: owed.earliestReadingOn, cutOff: owed.mustArriveBy?.cutOff ?? null };
        for (const person of [start.people.assignee!, start.people.watchers![0]!]) {
          const own = told.filter(
            (row) => row.deadlineId === owed.id && row.recipientId === person.id && row.sendAt < ends,
          );
          const floor = floorOf(owed.kind).filter((rung) => rung.days <= 0);
          const mornings = floor.map((rung) => {
            const on = calendar.onOrBefore(addDays(owed.earliestReadingOn!, rung.days));
            const morning = moments.morning(person, on);
            const latest = moments.lastMorning(last, person)!;
            return morning < latest ? morning : latest;
          });
          const ahead = mornings.filter((morning) => morning > start.now);
          // Left in peace until a later day by their own wish, they hear on that day at the latest, and before the end.
          const wish = start.acts[0]?.userId === person.id ? start.acts[0].until : null;
          for (const morning of ahead) {
            const until =
              wish === null || wish <= dayIn(person.timeZone, morning) ? morning : moments.lastMorning(last, person)!;
            expect(own.some((row) => row.sendAt >= morning && row.sendAt <= until)).toBe(true);
          }
          const hour = timeIn(person.timeZone, start.now);
          const isAwake = hour >= (person.ways?.quietUntil ?? '08:00') && hour < (person.ways?.quietFrom ?? '20:00');
          if (ahead.length === 0 && start.now < ends && isAwake) expect(own.length).toBeGreaterThan(0);
        }
      }),
      runs,
    );
  });

  it('nobody is told of the same rung twice, nor woken, nor twice on a day but by what is their own wish', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const { start, policies } = one;
        const changes = policies.slice(1).map((policy, n) => ({
          at: instantAt(start.timeZone, addDays(dayIn(start.timeZone, start.now), 3 * (n + 1)), '11:00'),
          change: (now: PlanInput): PlanInput => ({ ...now, policy }),
        }));
        const { told } = lived(start, endOf(one), changes);
        const keys = told.map((row) => `${row.recipientId} ${row.deadlineId} ${row.rung}`);
        expect(new Set(keys).size).toBe(keys.length);
        const people = [start.people.assignee!, start.people.watchers![0]!, start.people.escalation![0]!];
        for (const person of people) {
          const own = told.filter((row) => row.recipientId === person.id && row.sendAt !== start.now);
          for (const row of own) {
            const time = timeIn(person.timeZone, row.sendAt);
            expect(time >= '08:00' && time < '20:00' && time >= (person.ways?.quietUntil ?? '08:00')).toBe(true);
          }
          const moments = new Map<string, Set<string>>();
          for (const row of own.filter((each) => each.deadlineId !== null)) {
            const on = dayIn(person.timeZone, row.sendAt);
            moments.set(on, (moments.get(on) ?? new Set()).add(row.sendAt));
          }
          for (const times of moments.values()) expect(times.size).toBe(1);
        }
      }),
      runs,
    );
  });

  it('planning again after the plan was carried out changes nothing, whatever was planned before by whichever policy', () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: 0, max: 40 }), (one, later) => {
        const { start, policies } = one;
        const rows = applied([], planReminders(start));
        expect(planReminders({ ...start, rows })).toEqual({ add: [], cancel: [] });
        const on = addDays(dayIn(start.timeZone, start.now), later);
        const next = {
          ...start,
          rows,
          policy: policies.at(-1)!,
          now: later === 0 ? start.now : instantAt(start.timeZone, on, '12:00'),
        };
        const after = applied(rows, planReminders(next));
        expect(planReminders({ ...next, rows: after })).toEqual({ add: [], cancel: [] });
        const live = after.filter((row) => row.state === 'planned');
        expect(new Set(live.map((row) => `${row.deadlineId} ${row.rung} ${row.dueOn} ${row.recipientId}`)).size).toBe(
          live.length,
        );
      }),
      runs,
    );
  });

  it('what is met or void has nothing planned', () => {
    fc.assert(
      fc.property(cases, fc.constantFrom<Deadline['state']>('met', 'void', 'paused'), ({ start, owed }, state) => {
        const rows = applied([], planReminders(start));
        const over = { ...start, rows, standing: standing([{ ...owed, state }]) };
        const live = applied(rows, planReminders(over)).filter((row) => row.state === 'planned');
        expect(live.filter((row) => row.deadlineId !== null)).toEqual([]);
      }),
      runs,
    );
  });

  it('waits for a weekly digest only with what can wait', () => {
    const person = { ...ann, ways: ways({ digest: 'weekly', digestOn: 5 }) };
    const people = { assignee: null, creator: person, owners: [] };
    const start = input({ people, standing: standing([appeal(), late()]), policy: only({ quiet: null }) });
    const { told } = lived(start, noon('2026-09-01'));
    const on = (rung: string) => told.filter((one) => one.rung === rung).map((one) => one.sendAt.slice(0, 10));
    expect(on('opened')).toEqual(['2026-06-12']);
    expect(on('30-before')).toEqual(['2026-07-31']);
    expect(on('14-before')).toEqual(['2026-08-21']); // 18 August is a Tuesday
    expect(on('7-before')).toEqual(['2026-08-28']);
    expect(on('1-before')).toEqual(['2026-08-31']);
    expect(on('0-before')).toEqual(['2026-09-01']);
    expect(on('late-1')).toEqual(['2026-07-31']); // 30 July is a Thursday
  });

  it('tells somebody far west of a last day in the east before it is over there', () => {
    const people = { assignee: null, creator: cat, owners: [] };
    const start = input({ people, timeZone: 'Asia/Tokyo', standing: standing([appeal()]) });
    const last = planReminders(start).add.find((one) => one.rung === '0-before')!;
    // 09:00 of 1 September in Honolulu is 04:00 of the 2nd in Tokyo.
    expect(last.sendAt).toBe(nine('2026-08-31', cat.timeZone));
    expect(daysBetween(dayIn(cat.timeZone, last.sendAt), day('2026-09-01'))).toBe(1);
  });
});
