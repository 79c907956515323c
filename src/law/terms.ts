import type { PlainDate } from './plain-date.ts';

/**
 * The words that every rule of a law is made of: where it is written, how sure we are of it, how long something takes and
 * from when. What they are put together to is `statute.ts`.
 */

/** Where a rule is written. */
export interface Citation {
  label: string;
  url?: string;
  /** Nobody has read the cited text for this program. Said wherever the citation is shown. */
  unverified?: true;
}

/**
 * What a term counts. Months and years keep the day of the month, or take the month's last day. A working week is five
 * working days (Ireland: weekdays, public holidays left out). Hours end on the day on which they run out.
 */
export const units = ['working-day', 'calendar-day', 'working-week', 'hour', 'month', 'year'] as const;
export type Unit = (typeof units)[number];

/** How sure we are: the text itself was read; other sources agree; nobody has checked. */
export const confidences = ['high', 'medium', 'low'] as const;
export type Confidence = (typeof confidences)[number];

/** How a rule came to be in the data. */
export interface Provenance {
  cites: Citation;
  /** What was read, and in which form; if nothing was, what this rests on instead. */
  source: string;
  confidence: Confidence;
  /** The day on which somebody read what `source` names; null if nobody has, and then `cites` is marked `unverified`. */
  checkedOn: PlainDate | null;
}

/** A number of units; the day of the event that starts it is never counted. */
export interface Length {
  count: number;
  unit: Unit;
}

/**
 * What starts a term.
 * - `receipt`: the request reached the body (`Statute.receipt` says when that is); `sending`: it was sent;
 * - `first-receipt`: any designated office had it, where the right one must have it;
 * - `acknowledgement`: the body acknowledged it; until it has, the day is shown that would follow from the last day to do
 *   so, and nobody misses it;
 * - `date-of-act`: the date on the letter (or our own act); `notice-of-act`: the day that letter reached us;
 * - `receipt-of-appeal`, `sending-of-appeal`: the appeal, review or complaint;
 * - `due-date`: the last day of the period that ran before, where silence is what starts it;
 * - `service` of a complaint; `accrual`: the first day on which one may sue; `asking`: the day of a question.
 */
export const termStarts = [
  'receipt',
  'first-receipt',
  'sending',
  'acknowledgement',
  'date-of-act',
  'notice-of-act',
  'receipt-of-appeal',
  'sending-of-appeal',
  'due-date',
  'service',
  'accrual',
  'asking',
] as const;
export type TermStart = (typeof termStarts)[number];

/**
 * What happens if the last day is no working day. `next-non-holiday` moves off Sundays and holidays; a Saturday that is no
 * holiday stays.
 */
export const rolls = ['none', 'next-working-day', 'next-non-holiday', 'next-court-day'] as const;
export type Roll = (typeof rolls)[number];

/** A length from an event. */
export interface Term extends Provenance, Length {
  /** Both run; the one that ends first counts. */
  orAtMost?: Length;
  /** The day of the event counts too ("beginning with the day on which"). */
  firstDayCounts?: true;
  from: TermStart;
  roll: Roll;
  /** Cited when it rolls. */
  rollCites?: Citation;
  /** The same term as others read it. */
  otherReadings?: OtherTerm[];
}

/** How a term is read by others: what is left out stays as the default has it. */
export interface OtherTerm {
  /** Stable, kebab-case. */
  policy: string;
  /** The other reading, in a sentence. */
  says: string;
  count?: number;
  unit?: Unit;
  from?: TermStart;
  roll?: Roll;
  /** Of a term that nothing stops: the day of the event counts too. */
  firstDayCounts?: true;
  cites: Citation;
}
