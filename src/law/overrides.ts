import type { PlainDate } from './plain-date.ts';
import type { DeadlineKind } from './standing.ts';
import type { Citation, Unit } from './statute.ts';

/** What one agency's own regulation changes about one deadline. What is left out stays as the statute has it. */
export interface DeadlineOverride {
  count?: number;
  unit?: Unit;
  /** Count from the letter's date, or from the day it reached us. */
  from?: 'dated' | 'notified';
  /** Done when sent, or only when received. */
  metBy?: 'sent' | 'received';
  /** With `metBy: received`: the hour in the agency's zone after which a day no longer counts, `17:00`. */
  cutOff?: string;
  cites: Citation;
}

/** How long an agency gives for an answer when its letter sets no day. */
export interface AnswerWithin {
  count: number;
  unit: Unit;
  cites: Citation;
}

/** An agency's own rules over the statute's: CLOCK §3.10. */
export type Overrides = { [K in DeadlineKind]?: DeadlineOverride } & {
  answerWithin?: AnswerWithin;
  /** `add`: days off, or the name of an optional holiday (`inauguration-day`). `remove`: days that count as working days. */
  calendar?: { add?: string[]; remove?: PlainDate[] };
};

/** Reads overrides from outside. Unknown keys are errors, and every rule needs its citation. Pointers are JSON Pointers. */
export function parseOverrides(
  value: unknown,
): { overrides: Overrides } | { errors: { pointer: string; detail: string }[] } {
  throw new Error(`not yet: ${typeof value}`);
}
