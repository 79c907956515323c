import type { Calendar } from '../law/calendar.ts';
import type { PlainDate } from '../law/plain-date.ts';
import type { Standing } from '../law/standing.ts';
import type { Instant } from '../now.ts';
import type { Policy } from './policy.ts';
import type { People } from './recipients.ts';

/** What the planner is handed, and what it hands back. */

/** Time as clocks on walls show it; `zone.ts` in life. */
export interface Zones {
  instantAt(zone: string, day: PlainDate, time: string): Instant;
  startOfDay(zone: string, day: PlainDate): Instant;
  dayIn(zone: string, instant: Instant): PlainDate;
}

/** A reminder that exists already, whatever became of it. */
export interface PlannedRow {
  id: string;
  deadlineId: string | null;
  dueOn: PlainDate | null;
  rung: string;
  sendAt: Instant;
  recipientId: string;
  state: 'planned' | 'sending' | 'sent' | 'cancelled' | 'failed';
  reason: string | null;
}

/** A fact, as far as planning looks at it. */
export interface PlannedFact {
  id: string;
  on: PlainDate;
  recordedAt: Instant;
}

/** What somebody did about what they were told. It holds for the day it was done about: when that moves, it is void. */
export interface PlannedAct {
  kind: 'acknowledge' | 'snooze';
  /** A ladder's subject. */
  subject: string;
  dueOn: PlainDate | null;
  userId: string;
  at: Instant;
  /** Only of a snooze: the first day on which to be told again, where that person is. */
  until: PlainDate | null;
}

export interface PlanInput {
  now: Instant;
  standing: Standing;
  facts: readonly PlannedFact[];
  calendar: Calendar;
  /** The agency's. */
  timeZone: string;
  people: People;
  /** What holds for the request; a person's own stands with the person. */
  policy: Policy;
  /** In the order in which they were done. */
  acts: readonly PlannedAct[];
  rows: readonly PlannedRow[];
  zones: Zones;
}

/**
 * Why a rung is told on another day than its own: somebody asked for a later day; it waits for the weekly digest; its
 * recipient is not told on days off; any later would be too late; where they are the day had not begun at the agency.
 */
export const putOffs = ['snoozed', 'digest', 'days-off', 'last-morning', 'not-begun'] as const;
export type PutOff = (typeof putOffs)[number];

export interface NewReminder {
  deadlineId: string | null;
  deadlineKind: string | null;
  dueOn: PlainDate | null;
  rung: string;
  /** The day that the ladder asked for; null: none in particular. */
  rungOn: PlainDate | null;
  putOff: PutOff | null;
  sendAt: Instant;
  recipientId: string;
  state: 'planned' | 'cancelled';
  reason: string | null;
  /** Whether it is told on days off too, and waits for no digest. */
  urgent: boolean;
}

export interface Plan {
  cancel: { id: string; reason: string }[];
  add: NewReminder[];
}

/** A person's own reminder; no ladder made it, and no plan ends it. */
export const OWN = 'own';
/** Tells of dates that moved though nothing was recorded; made where they move, and no plan ends it. */
export const MOVED = 'moved';
/** Says once more, alone, what a long message says too: a day of ours ends within a day. */
export const SINGLY = 'singly';
/** What no ladder has made. */
export const UNPLANNED: readonly string[] = [OWN, MOVED, SINGLY];
/** Nobody has acknowledged it: told to whom the policy names. */
export const ESCALATED = 'escalated';
/** Told again on the day that somebody named. */
export const SNOOZED = 'snoozed';

type About = Pick<PlannedRow, 'deadlineId' | 'dueOn'>;

/** What one and the same rung is recognised by: if its day moves, it is another. */
export function rungKey({ deadlineId, dueOn }: About, rung: string): string {
  return `${deadlineId ?? ''}|${rung}|${dueOn ?? ''}`;
}

export function sameRung(a: About & { rung: string }, b: About & { rung: string }): boolean {
  return rungKey(a, a.rung) === rungKey(b, b.rung);
}

/** The subject of the ladder that has made a row. */
export function subjectOf(row: Pick<PlannedRow, 'deadlineId' | 'rung'>): string {
  return row.deadlineId ?? (row.rung.startsWith(`${SNOOZED}-`) ? row.rung.split('-')[1]! : row.rung);
}
