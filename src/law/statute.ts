import type { PlainDate } from './plain-date.ts';
import type { AppealLevel, Channel, FeeCategory, StatusChangeKind } from './status-change.ts';

/**
 * The grammar in which a law is written down. A statute is plain data: no functions, it survives a round trip through
 * JSON. The clock takes every number and every citation from here and knows none of its own.
 *
 * The vocabulary is closed on purpose. It holds what the laws built so far need; a law that needs more adds a word here.
 */

/** Where a rule is written. */
export interface Citation {
  label: string;
  url?: string;
  /** Nobody has read the cited text for this program. Said wherever the citation is shown. */
  unverified?: true;
}

/** What a term counts. Months and years keep the day of the month, or take the month's last day. */
export const units = ['working-day', 'calendar-day', 'month', 'year'] as const;
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

/** A number of units from an event; the day of the event is never counted. */
export interface Term extends Provenance {
  count: number;
  unit: Unit;
  /** What starts it. */
  from:
    | 'receipt'
    | 'first-receipt'
    | 'sending'
    | 'date-of-act'
    | 'receipt-of-appeal'
    | 'service'
    | 'accrual'
    | 'due-date'
    | 'asking';
  /** What happens if the last day is no working day. */
  roll: 'none' | 'next-court-day';
  /** Cited when it rolls. */
  rollCites?: Citation;
}

/** A disputed point: what we take, what others take, and on what ground. */
export interface Policy extends Provenance {
  /** The default reading, in a sentence. */
  default: string;
  /** The other reading, in a sentence. */
  other: string;
  /** Where the other reading has its support. */
  otherCites: Citation;
}

/** A question of the agency's that makes its period stand still while it waits. */
export interface Toll extends Provenance {
  /** How many may stop one period; null is no limit. */
  limit: number | null;
  /** The kind of fact that asks, and the kinds that answer. */
  asks: StatusChangeKind;
  answers: StatusChangeKind[];
}

/** A category of requester and what it pays. */
export interface FeeRule extends Provenance {
  category: FeeCategory;
  pays: string;
  /** What may no longer be charged once the agency is late. */
  barredWhenLate: 'search' | 'duplication';
}

/** A ground for withholding. */
export interface ExemptionRule {
  code: string;
  summary: string;
}

/** An act of the agency that can be appealed. What makes it adverse beyond its kind is part of the clock's vocabulary. */
export interface AdverseAct extends Provenance {
  kind: StatusChangeKind;
  /**
   * - `always`;
   * - `not-granted`: its outcome is other than `granted`;
   * - `said-appealable`: the letter says so;
   * - `refused`: it grants nothing;
   * - `disputed`: the requester disputes it, or it puts the requester in another fee category than the one claimed.
   */
  when: 'always' | 'not-granted' | 'said-appealable' | 'refused' | 'disputed';
  /** What an appeal of it is about. Only an appeal of the request itself makes a request `appealing`. */
  concerns: 'request' | 'interim' | 'fees' | 'expedition';
}

/** Disputed points that have a name. */
export const policyNames = [
  'stop-day-not-counted',
  'resume-day-counted',
  'extension-tolls',
  'starts-at-perfected',
  'literal-legal-holiday',
  'cap-ten-calendar-days',
  'next-working-day-receipt',
  'agency-receipt-date',
  'received-the-day-sent',
  'from-receipt',
  'ten-days-each-stage',
  'window-without-notice',
  'accrues-at-appeal-decision',
] as const;
export type PolicyName = (typeof policyNames)[number];

/** Rules without a number of their own, cited where they are applied. */
export const ruleNames = [
  'receipt-by-component',
  'toll',
  'toll-span',
  'extension-timely',
  'extension-shared',
  'appeal-rights',
  'appeal-once-adverse',
  'silence',
  'late-answer-cures',
  'final-appeal-decision',
  'expedition-review',
  'fees-barred',
  'fees-barred-after-extension',
  'fees-barred-pages',
  'closures-count',
  'remand',
  'court-order',
  'answer-by-letter',
] as const;
export type RuleName = (typeof ruleNames)[number];

export interface Rule extends Provenance {
  says: string;
}

/** The terms that have a number. */
export interface Terms {
  determination: Term;
  /** The latest start of the determination period, from receipt by any designated office. */
  'start-cap': Term;
  /** The most that one extension adds. */
  extension: Term;
  'expedition-decision': Term;
  'tracking-number': Term;
  'appeal-filing': Term;
  'appeal-decision': Term;
  'suit-filing': Term;
  'answer-to-complaint': Term;
  /** The least time to answer "are you still interested?". */
  'interest-window': Term;
  /** How often to remind of an answer that has no day. */
  'answer-reminder': Term;
}

/** A law as data. */
export interface Statute {
  id: string;
  name: string;
  /** ISO 3166: `US`, `US-CA`, `GB-SCT`. */
  jurisdiction: string;
  cites: Citation;
  /** IANA; for agencies that set no other. */
  timeZone: string;
  /** When these terms hold, and which requests they reach. */
  version: {
    from: PlainDate | null;
    to: PlainDate | null;
    appliesTo: 'filed-from' | 'received-from' | 'pending-too' | 'event-from';
    cites: Citation;
  };
  /** The name of the holiday calendar. */
  calendar: string;
  /** Working days from sending to presumed arrival, by channel; 0 is the day sent. */
  presumedArrival: Provenance & { after: Record<Channel | 'unknown', number> };
  terms: Terms;
  tolls: { information: Toll; fee: Toll };
  policies: { [K in PolicyName]?: Policy };
  adverseActs: AdverseAct[];
  /** Levels at which an appeal has a decision deadline under this law. */
  appealLevels: AppealLevel[];
  rules: Record<RuleName, Rule>;
  fees: FeeRule[];
  exemptions: ExemptionRule[];
  exclusions: ExemptionRule[];
}
