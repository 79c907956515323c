import type { PlainDate } from './plain-date.ts';
import type { Citation, Confidence, Unit } from './terms.ts';
import type { DeterminationOutcome, Party, StatusChangeKind } from './status-change.ts';

/**
 * What is read off a history on a given day. Plain data: it can be stored, sent and compared as it is.
 */

/** Where a request is. The first that applies, in this order. */
export const statuses = [
  'closed',
  'litigating',
  'appealing',
  'paused',
  'decided',
  'processing',
  'filed',
  'draft',
] as const;
export type Status = (typeof statuses)[number];

/** What somebody owes by a day. */
export const deadlineKinds = [
  'determination',
  'expedition-decision',
  'appeal-decision',
  'answer-to-complaint',
  'court-production',
  'tracking-number',
  'acknowledgement',
  'notice',
  'transfer',
  'consultation',
  'reasons',
  'production',
  'ruling-request',
  'ruling-brief',
  'ruling-decision',
  'review-decision',
  'complaint-decision',
  'answer',
  'withdrawal',
  'review-filing',
  'appeal-filing',
  'complaint-filing',
  'suit-filing',
] as const;
export type DeadlineKind = (typeof deadlineKinds)[number];

/**
 * - `running`: the day has not passed (or there is none to miss);
 * - `paused`: the period stands still, `dueOn` is null and `remaining` says what is left;
 * - `met`: done in time;
 * - `missed`: the day is past and it was not done in time; `metOn` says when it was done, if ever;
 * - `void`: ended before its day by withdrawal, closing, a suit or a later fact.
 */
export const deadlineStates = ['running', 'paused', 'met', 'missed', 'void'] as const;
export type DeadlineState = (typeof deadlineStates)[number];

/** One step from the cause to the date. */
export interface Step {
  on: PlainDate;
  says: string;
  cites?: Citation;
}

/** What the same facts give if a disputed point is read the other way. */
export interface OtherReading {
  /** The policy's name in the statute. */
  policy: string;
  /** The other reading, in a sentence. */
  says: string;
  /** Null: on this reading the period stands still, so there is no date yet. */
  dueOn: PlainDate | null;
  cites: Citation;
}

/** A day somebody owes something, and why it is that day. */
export interface Deadline {
  /** `kind:id of the fact that caused it`; for one of several items of a court order, `kind:id.item` or `kind:id.item.round`. Stable. */
  id: string;
  kind: DeadlineKind;
  owedBy: Party;
  /** By the default reading. Null while paused, and where no date is set (an answer without a day, an appeal window without notice of the right). */
  dueOn: PlainDate | null;
  /** The first due date, before pauses and extensions, by the corrected history. */
  originalDueOn: PlainDate | null;
  state: DeadlineState;
  /** Only while paused. */
  remaining?: { count: number; unit: Unit };
  causedBy: { statusChangeId: string; kind: StatusChangeKind };
  /** The id of the fact that did what was owed, in time or late. */
  metBy?: string;
  metOn?: PlainDate;
  /** Missed and still owed. */
  overdue: boolean;
  /** The start rests on a presumed day of receipt. */
  assumed?: boolean;
  /** Shown, never missed: the text sets no day, or it is owed only on a condition that nobody outside can see. */
  expected?: boolean;
  /** That condition: `if it asks for a ruling`. */
  onlyIf?: string;
  /** Missed, or done late, whichever reading is taken. Only then is anybody said to be late. */
  lateOnEveryReading: boolean;
  /** The due date of the latest reading: lateness on every reading starts the day after. Null: a reading has no date. */
  latestReadingOn: PlainDate | null;
  /** The due date of the earliest reading: reminders for one's own deadlines count from it. */
  earliestReadingOn: PlainDate | null;
  /** Sending is not enough: it must have arrived on `on`, where set before `cutOff` (agency's zone, `17:00`). */
  mustArriveBy?: { on: PlainDate; cutOff?: string };
  steps: Step[];
  otherReadings: OtherReading[];
  /** How sure we are of the rules behind the day: as sure as of the least of them. */
  confidence: Confidence;
}

/** What follows in law from the facts and the passing of days. */
export const consequenceKinds = [
  'may-sue',
  'may-complain',
  'deemed-denied',
  'deemed-approved',
  'fees-barred',
  'withdrawn-by-law',
] as const;
export type ConsequenceKind = (typeof consequenceKinds)[number];

export interface Consequence {
  kind: ConsequenceKind;
  /** The first day it holds. */
  from: PlainDate;
  /** The day something ended it; absent while it holds. */
  until?: PlainDate;
  /** It concerns the refusal or delay of expedition alone, or fees alone. Absent: the request itself. */
  issue?: 'expedition' | 'fees';
  says: string;
  cites: Citation[];
  steps: Step[];
}

/** Something real agencies do that does not fit; recorded all the same. */
export interface Anomaly {
  /** Stable, kebab-case. */
  kind: string;
  statusChangeId: string;
  says: string;
}

/** What runs beside the status. */
export interface OpenMatter {
  kind: string;
  since: PlainDate;
  /** The fact that opened it. */
  about: string;
}

/** Everything read off one history on one day. */
export interface Standing {
  /** The statute's id. */
  statute: string;
  asOf: PlainDate;
  status: Status;
  outcome: DeterminationOutcome | null;
  openMatters: OpenMatter[];
  deadlines: Deadline[];
  consequences: Consequence[];
  anomalies: Anomaly[];
  /** Kinds that make sense next, most likely first. Others are accepted too, unless impossible. */
  nextStatusChanges: StatusChangeKind[];
  trackingNumbers: string[];
  filedOn: PlainDate | null;
  closedOn?: PlainDate;
  /** The act of agency or court that opened it again after `closing`; gone once it is closed anew. */
  reopened?: {
    statusChangeId: string;
    kind: StatusChangeKind;
    on: PlainDate;
    closing: { statusChangeId: string; on: PlainDate };
  };
  /** The agency's own date, which binds nobody. */
  estimate?: { date: PlainDate; statusChangeId: string };
  /** The next later day on which this standing changes if nothing more is recorded; null if it never does. */
  turnsOn: PlainDate | null;
}
