import { calendarOf } from '../../src/law/calendar.ts';
import { day } from '../../src/law/plain-date.ts';
import type { Deadline, Standing } from '../../src/law/standing.ts';
import type { Instant } from '../../src/now.ts';
import type { Plan, PlanInput, PlannedRow } from '../../src/reminders/plan-input.ts';
import { planReminders } from '../../src/reminders/planner.ts';
import { BUILT_IN } from '../../src/reminders/policy.ts';
import type { Person } from '../../src/reminders/recipients.ts';
import { dayIn, instantAt, startOfDay } from '../../src/zone.ts';

export const NEW_YORK = 'America/New_York';
export const calendar = calendarOf('us-federal', undefined, false);
export const ann: Person = { id: 'ann', timeZone: NEW_YORK, active: true };
export const bob: Person = { id: 'bob', timeZone: 'Europe/Berlin', active: true };
export const cat: Person = { id: 'cat', timeZone: 'Pacific/Honolulu', active: true };
export const noon = (on: string): Instant => instantAt(NEW_YORK, day(on), '12:00');
export const nine = (on: string, zone = NEW_YORK): Instant => instantAt(zone, day(on), '09:00');

export function deadline(fields: Partial<Deadline>): Deadline {
  const dueOn = fields.dueOn === undefined ? day('2026-07-08') : fields.dueOn;
  return {
    id: `${fields.kind ?? 'answer'}:f1`,
    kind: 'answer',
    owedBy: 'requester',
    dueOn,
    originalDueOn: dueOn,
    state: 'running',
    causedBy: { statusChangeId: 'f1', kind: 'clarification-requested' },
    overdue: false,
    lateOnEveryReading: false,
    latestReadingOn: dueOn,
    earliestReadingOn: dueOn,
    steps: [{ on: day('2026-06-08'), says: 'asked' }],
    otherReadings: [],
    confidence: 'high',
    ...fields,
  };
}

export function standing(deadlines: Deadline[], fields: Partial<Standing> = {}): Standing {
  return {
    statute: 'us-foia',
    asOf: day('2026-06-08'),
    status: 'processing',
    outcome: null,
    openMatters: [],
    deadlines,
    consequences: [],
    anomalies: [],
    nextStatusChanges: [],
    trackingNumbers: [],
    filedOn: day('2026-06-01'),
    turnsOn: null,
    ...fields,
  };
}

export function input(fields: Partial<PlanInput> = {}): PlanInput {
  return {
    now: noon('2026-06-08'),
    standing: standing([]),
    facts: [{ id: 'f1', on: day('2026-06-08'), recordedAt: noon('2026-06-08') }],
    calendar,
    timeZone: NEW_YORK,
    people: { assignee: null, creator: ann, owners: [cat] },
    rows: [],
    acts: [],
    policy: BUILT_IN,
    zones: { instantAt, startOfDay, dayIn },
    ...fields,
  };
}

/** What the database would hold after the plan. */
export function applied(rows: readonly PlannedRow[], plan: Plan): PlannedRow[] {
  const reasons = new Map(plan.cancel.map((one) => [one.id, one.reason]));
  const kept = rows.map((row): PlannedRow => {
    const reason = reasons.get(row.id);
    return reason === undefined ? row : { ...row, state: 'cancelled', reason };
  });
  return [...kept, ...plan.add.map((one, n) => ({ ...one, id: `r${rows.length + n}` }))];
}

/** A rung that was due, as it went out. */
export interface Told {
  rung: string;
  deadlineId: string | null;
  recipientId: string;
  sendAt: Instant;
  urgent: boolean;
}

/**
 * Lets time pass up to `until`: plans, sends what comes due, plans again. `changes` come in between, at their moments,
 * in order. Nothing else happens: the standing stays as it is.
 */
export function lived(
  start: PlanInput,
  until: Instant,
  changes: readonly { at: Instant; change(input: PlanInput): PlanInput }[] = [],
): { told: Told[]; rows: PlannedRow[] } {
  let input = start;
  const told: Told[] = [];
  const urgent = new Map<string, boolean>();
  const left = [...changes];
  for (let step = 0; step < 400; step++) {
    const plan = planReminders(input);
    const rows = applied(input.rows, plan);
    for (const one of plan.add)
      urgent.set(`${one.deadlineId} ${one.rung} ${one.recipientId} ${one.sendAt}`, one.urgent);
    const next = rows
      .filter((row) => row.state === 'planned')
      .map((row) => (row.sendAt > input.now ? row.sendAt : input.now))
      .sort()[0];
    const change = left[0];
    if (change && (next === undefined || change.at <= next)) {
      left.shift();
      input = change.change({ ...input, rows, now: change.at > input.now ? change.at : input.now });
      continue;
    }
    if (next === undefined || next > until) return { told, rows };
    const sent = rows.map((row): PlannedRow => {
      if (row.state !== 'planned' || row.sendAt > next) return row;
      const { rung, deadlineId, recipientId, sendAt } = row;
      const isUrgent = urgent.get(`${deadlineId} ${rung} ${recipientId} ${sendAt}`) ?? false;
      told.push({ rung, deadlineId, recipientId, sendAt: next, urgent: isUrgent });
      return { ...row, state: 'sent' };
    });
    input = { ...input, rows: sent, now: next };
  }
  throw new Error('It never ends.');
}
