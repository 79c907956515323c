import type { PlainDate } from './plain-date.ts';
import type { Channel, FeeCategory, StatusChangeKind } from './status-change.ts';

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
  /** Where the text was read, if elsewhere than the citation points. */
  source: string;
  confidence: Confidence;
  checkedOn: PlainDate;
}

/** A number of units from an event; the day of the event is never counted. */
export interface Term extends Provenance {
  count: number;
  unit: Unit;
  /** What starts it. */
  from:
    'receipt' | 'first-receipt' | 'sending' | 'date-of-act' | 'receipt-of-appeal' | 'service' | 'accrual' | 'due-date';
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

/** What may be appealed. `unless` names the outcome that leaves nothing to appeal. */
export interface AdverseAct {
  kind: StatusChangeKind;
  says: string;
}

/** A law as data. */
export interface Statute {
  id: string;
  name: string;
  /** `US`, `US-CA`, `GB-SCT`: ISO 3166. */
  jurisdiction: string;
  cites: Citation;
  /** IANA; for agencies that set no other. */
  timeZone: string;
  /** The version in force, chosen by the day of filing. */
  version: {
    from: PlainDate | null;
    to: PlainDate | null;
    appliesTo: 'filed-from' | 'received-from' | 'pending-too' | 'event-from';
  };
  /** The name of the holiday calendar. */
  calendar: string;
  receipt: {
    cites: Citation;
    /** Days to presumed arrival by channel, in working days; 0 is the day sent. */
    presumedAfter: Record<Channel | 'unknown', number>;
    presumedCites: Citation;
    nextDayCites: Citation;
  };
  terms: {
    determination: Term;
    'start-cap': Term;
    extension: Term;
    'expedition-decision': Term;
    'tracking-number': Term;
    'appeal-filing': Term;
    'appeal-decision': Term;
    'suit-filing': Term;
    'answer-to-complaint': Term;
    'interest-window': Term;
  };
  tolls: { information: Toll; fee: Toll };
  /** Names of disputed points → readings. */
  policies: Record<string, Policy>;
  adverseActs: AdverseAct[];
  /** What silence means. */
  silence: Provenance & { effect: 'may-sue' };
  /** Rules without a number. */
  rules: Record<string, Provenance & { says: string }>;
  fees: FeeRule[];
  exemptions: ExemptionRule[];
  exclusions: ExemptionRule[];
}
