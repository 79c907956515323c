import { day } from '../plain-date.ts';
import type { Confidence } from '../terms.ts';
import type { PlainDate } from '../plain-date.ts';
import type { DeadlineState, Status } from '../standing.ts';
import type { DeterminationOutcome, FeeCategory, StatusChange, StatusChangeBody } from '../status-change.ts';

/**
 * Worked cases: facts in, what the law makes of them out. Each is a test, and meant to be read and added to by
 * somebody who knows the law and no programming. Days are written `2026-06-01`.
 */

/** The same data with days as plain text. */
export type Written<T> = T extends PlainDate
  ? string
  : T extends readonly (infer U)[]
    ? Written<U>[]
    : T extends object
      ? { [K in keyof T]: Written<T[K]> }
      : T;

/** A fact as one writes it down. The first is fact "1", the second "2"; `about` uses these numbers. */
export type WrittenFact = Written<StatusChangeBody>;

/** What is expected of one deadline; what is left out is not looked at. */
export interface ExpectedDeadline {
  dueOn?: string | null;
  originalDueOn?: string;
  state?: DeadlineState;
  remaining?: number;
  metOn?: string;
  overdue?: boolean;
  assumed?: boolean;
  owedBy?: 'agency' | 'requester';
  lateOnEveryReading?: boolean;
  mustArriveBy?: { on: string; cutOff?: string };
  /** Other readings by policy: all of them. */
  otherReadings?: Record<string, string | null>;
  confidence?: Confidence;
  expected?: boolean;
  /** Words that the explanation must contain. */
  says?: string[];
}

export interface Case {
  id: string;
  title: string;
  /** The law it is about; `us-foia` if none is named. */
  statute?: string;
  /** One of the law's tracks. */
  track?: string;
  facts: readonly WrittenFact[];
  feeCategory?: FeeCategory;
  /** The agency's own rules, as one would enter them. */
  overrides?: unknown;
  asOf: string;
  expect: {
    status?: Status;
    outcome?: DeterminationOutcome | null;
    /** By deadline id, `determination:1`; null: there is none. */
    deadlines?: Record<string, ExpectedDeadline | null>;
    /** All spans in which one may sue: `from`, `from/until`, with ` (issue)` where it is about one issue. */
    maySue?: string[];
    /** The first day on which fees are barred; null: they are not. */
    feesBarred?: string | null;
    /** Words that the consequence about fees must contain. */
    feesSay?: string;
    /** Everything else that follows in law, all of it, in order: `deemed-denied 2026-04-09` or, with its end, `…/2026-05-01`. */
    follows?: string[];
    /** Kinds of anomalies, all of them, in order, each with the fact it is about: `extension-late:3`. */
    anomalies?: string[];
    openMatters?: string[];
    estimate?: string;
    filedOn?: string;
    closedOn?: string;
    /** The fact that opened it again after a closing. */
    reopened?: string;
    turnsOn?: string | null;
    /** The first kinds that are proposed next. */
    next?: string[];
  };
  /** How the day is found, and where the rule is written. */
  because: string;
  source: string;
}

/** The facts of a case as recorded ones: numbered, in the order written. */
export function asRecorded(facts: readonly WrittenFact[]): StatusChange[] {
  return facts.map((fact, i) => {
    const sequence = i + 1;
    const recorded = { ...fact, id: String(sequence), sequence, recordedAt: `${fact.on}T18:00:00Z`, on: day(fact.on) };
    return recorded as unknown as StatusChange;
  });
}
