import type { HolidayCalendar } from './holidays/holiday.ts';
import type { PlainDate } from './plain-date.ts';
import type { DeadlineKind } from './standing.ts';
import type {
  AppealLevel,
  AppealOutcome,
  Channel,
  DeterminationOutcome,
  FeeCategory,
  Party,
  StatusChangeKind,
} from './status-change.ts';
import type { Citation, Confidence, Length, OtherTerm, Provenance, Roll, Term, Unit } from './terms.ts';

/**
 * The grammar in which a law is written down. A statute is plain data: no functions, it survives a round trip through
 * JSON, and a newsroom can write one in a file of its own. The clock takes every number and every citation from here and
 * knows none of its own.
 *
 * The vocabulary is closed on purpose. It holds what the laws built so far need; a law that needs more adds a word here.
 */

/** A disputed point of the clock's own: what we take, what others take, and on what ground. */
export interface Policy extends Provenance {
  /** The default reading, in a sentence. */
  default: string;
  /** The other reading, in a sentence. */
  other: string;
  /** Where the other reading has its support. */
  otherCites: Citation;
}

/** When a request counts as received. */
export interface ReceiptRule extends Provenance {
  /** Whose receipt starts the period: any office of the body, or only the one that the law names. */
  by: 'body' | 'right-office';
  /** A request that comes on a day off, or after `cutOff`, is received that day or on the next working day. */
  onDayOff: 'that-day' | 'next-working-day';
  /** The hour at the agency after which a day no longer counts, `19:00`. */
  cutOff?: string;
  /** What the period starts with, in the law's own words, where that is not "received": `registered`. */
  word?: string;
}

/** Working days from sending to arrival, by channel; 0 is the day sent. */
export interface PresumedArrival extends Provenance {
  after: Record<Channel | 'unknown', number>;
  /** Channels for which the law itself says so; for the others it is presumed, and said to be. */
  byLaw?: Channel[];
}

/** What an extension gives, and when. */
export interface ExtensionRule extends Provenance {
  /** The word that `extended.ground` must hold for this rule; absent: any ground. */
  ground?: string;
  /** Only for requests on one of these tracks. */
  tracks?: string[];
  of: ('determination' | 'appeal-decision')[];
  /** Null: as long as the agency says ("a reasonable time"). */
  count: number | null;
  unit: Unit;
  /**
   * What the length is counted from: added to the due date (as it was counted, or as it was moved off a day off), or to the
   * day of its own notice; or a total from the start of the period or its acknowledgement.
   */
  from: 'due-date' | 'moved-due-date' | 'notice' | 'start' | 'acknowledgement';
  /** How often in one stage; null is no limit. */
  times: number | null;
  /** A notice after the period has ended gives nothing, or still extends it. */
  late: 'void' | 'good';
  /**
   * A notice later than this after the start of the period gives nothing, whatever an earlier one gave. It stands still
   * with the period, and moves off days off like it.
   */
  noticeWithin?: Length;
  /** The notice is the answer that the law asks for: the day it names is the agency's promise, shown and never missed. */
  promise?: true;
  /** An earlier day that the agency names itself does not shorten it. Absent: it does. */
  ownDay?: 'no-limit';
  /** What gives notice of it: an extension; where the law lets the agency name the day it needs, its own date too. */
  noticedBy?: ('extended' | 'estimated')[];
  /** One allowance for the request and its appeal together. */
  shared?: true;
  /** The same extension as others read it. */
  otherReadings?: OtherExtension[];
}

/** How an extension is read by others: what is left out stays as the default has it. */
export interface OtherExtension extends Pick<OtherTerm, 'policy' | 'says' | 'cites'> {
  count?: number;
  unit?: Unit;
  from?: ExtensionRule['from'];
  late?: ExtensionRule['late'];
  noticeWithin?: Length;
  ownDay?: ExtensionRule['ownDay'];
}

/** A question of the agency's that makes its period stand still while it waits. */
export interface Toll extends Provenance {
  /** `information`, `fee` … */
  id: string;
  /** How many may stop one period; null is no limit. */
  limit: number | null;
  /** Only for requests on one of these tracks; `plain` is on none. */
  tracks?: string[];
  /** The kind of fact that asks; a fee estimate only if it asks for an answer, or for payment first. */
  asks: StatusChangeKind;
  only?: 'asks-answer' | 'prepayment';
  /** The kinds that answer; none: only the decision ends it. */
  answers: StatusChangeKind[];
  /**
   * `toll`: while it waits nothing runs, with the answer the rest runs on; `restart`: with the answer the period begins
   * anew; `none`: it stops nothing, and only lapses.
   */
  effect: 'toll' | 'restart' | 'none';
  /** With `restart`: while the question is open the period runs on all the same. */
  waits?: false;
  /** The first day that does not count: the day after asking, or the day of asking itself. The day of the answer never counts. */
  stops: 'day-after' | 'same-day';
  /** Asked on the last day of all, it stops that day too: who asked in time is not late, and one more day is left. */
  evenOnLastDay?: true;
  /** It stops added days too, not the period proper alone. */
  stopsExtensions?: true;
  /** A question later than this after receipt stops nothing. */
  askedWithin?: Length;
  /** With `restart`: even a question after the period has ended makes it begin anew. */
  late?: 'good';
  /** The same question as others read it. */
  otherReadings?: OtherToll[];
  /** Unanswered for so long, the request counts as withdrawn. `metBy`: what else than an answer prevents it. */
  lapses?: Term & { metBy?: StatusChangeKind[] };
}

/** How what a question does is read by others: what is left out stays as the default has it. */
export interface OtherToll
  extends Pick<OtherTerm, 'policy' | 'says' | 'cites'>, Partial<Pick<Toll, 'effect' | 'waits' | 'late' | 'stops'>> {}

/** What follows from silence. */
export interface Silence extends Provenance {
  effect: 'may-sue' | 'may-complain' | 'deemed-denied' | 'deemed-approved';
  /** What follows, in a sentence without its day. */
  says: string;
  /** Only for requests on one of these tracks; `plain` is on none. */
  tracks?: string[];
  /** Counted on its own; absent: from the day after the period ended. */
  after?: Term;
  /** A fact of one of these kinds by the last day was an answer of sorts: then there was no silence. */
  unless?: StatusChangeKind[];
  /** An answer that comes late, but before anything was done about the silence, ends it. */
  endsWithAnswer: boolean;
}

/** What opens a challenge. */
export interface Opening {
  of: string;
  when: 'adverse-act' | 'silence';
  /** In place of the challenge's own. */
  window?: Term | null;
  /** Only for requests on one of these tracks; `plain` is on none. */
  tracks?: string[];
}

/** A way to challenge what the agency did, or did not do. */
export interface Challenge extends Provenance {
  /** Stable, kebab-case: `appeal`, `review`, `complaint`, `court`. */
  id: string;
  /** In the middle of a sentence: `internal review`, `complaint to the Information Commissioner`. */
  name: string;
  /** Who hears it: what `appealed.level` says. A suit is `court`. One challenge a level. */
  level: AppealLevel;
  filing: DeadlineKind;
  /** What opens it. `of`: the request, or the id of the challenge before it. */
  against: Opening[];
  /** Other facts that open it: `mediation-ended`. */
  opensWith?: StatusChangeKind[];
  /** The time to file; null: none is set, and then there is no deadline for it. */
  window: Term | null;
  /**
   * Another window where silence is what is challenged; null: no last day. Absent: the same window. It counts from the
   * last day on which an answer would have been in time, or `from` the `receipt` or `sending` of the request.
   */
  windowAfterSilence?: (Term & { /** Shown, never missed. */ expected?: true }) | null;
  /** The window where the letter does not tell of the right; absent: the same window. */
  windowWithoutNotice?: Term;
  /** Done when sent, or only when received. */
  metBy: 'sent' | 'received';
  /** The time to decide it. */
  decision?: Term & {
    kind: DeadlineKind;
    /** Guidance alone: shown, never missed. */
    expected?: true;
    silence?: Silence;
    /** Another length for the requests of a track. */
    onTrack?: { [track: string]: Length & Provenance };
  };
}

/** Another duty with a day: to acknowledge, to produce, to ask an overseer for a ruling. */
export interface DutyRule extends Term {
  kind: DeadlineKind;
  owedBy: Party;
  /** `to acknowledge the request`. */
  what: string;
  tracks?: string[];
  /** The kinds of fact that open it, each anew; absent: the request itself. */
  opensWith?: StatusChangeKind[];
  /** Only determinations with one of these outcomes open it. */
  outcomes?: DeterminationOutcome[];
  /** Only decisions of an appeal with one of these outcomes open it. */
  appealOutcomes?: AppealOutcome[];
  /** What does not open it: an act that came after one of these kinds, or while a payment asked for in advance was due. */
  notAfter?: StatusChangeKind[];
  notWhileUnpaid?: true;
  /** Not owed for a request that was filed by one of these ways: a portal that gives a receipt by itself. */
  notByChannel?: Channel[];
  metBy: StatusChangeKind[];
  /** Kinds that make it needless. */
  endedBy?: StatusChangeKind[];
  /** Shown, never missed: the text sets no day, or binds nobody. */
  expected?: true;
  /** Shown, never missed: owed only on a condition that nobody outside can see, `if it asks for a ruling`. */
  onlyIf?: string;
}

/** A kind of request with a period of its own: commercial, over 24 months old, life and liberty. */
export interface Track extends Provenance {
  id: string;
  /** Which requests: `for a commercial purpose`. */
  says: string;
  /** Null: no day is set. */
  determination: Term | null;
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

/** An act of the agency that can be challenged. What makes it adverse beyond its kind is part of the clock's vocabulary. */
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

/** Disputed points of the clock's own that have a name. */
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
  'prompt',
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
  /** Only for requests on one of these tracks; `plain` is on none. */
  tracks?: string[];
}

/** The terms of the request itself that have a number. What a law does not set is left out. */
export interface Terms {
  /** The period to decide. Absent: no day is set, and `rules.prompt` says what is owed instead. */
  determination?: Term;
  /** The latest start of that period, from receipt by any designated office. */
  'start-cap'?: Term;
  'expedition-decision'?: Term;
  'tracking-number'?: Term;
  'answer-to-complaint'?: Term;
  /** The least time to answer "are you still interested?". */
  'interest-window'?: Term;
}

/** Days on which every term under the law stands still, by decree. */
export interface Suspension {
  from: PlainDate;
  to: PlainDate;
  says: string;
  cites: Citation;
}

/** When these terms hold, and which requests they reach. */
export interface Version {
  from: PlainDate | null;
  to: PlainDate | null;
  /**
   * Which requests this version reaches when it comes into force: those filed or received from that day on; also those
   * pending then; or each term by the day of the event that starts it.
   */
  appliesTo: 'filed-from' | 'received-from' | 'pending-too' | 'event-from';
  cites: Citation;
  /** How sure we are of `appliesTo`; below high the other version is another reading for requests pending then. */
  confidence?: Confidence;
}

/** A law as data. */
export interface Statute {
  id: string;
  name: string;
  /** ISO 3166: `US`, `US-CA`, `GB-SCT`; `EU`. */
  jurisdiction: string;
  cites: Citation;
  /** IANA; for agencies that set no other. */
  timeZone: string;
  version: Version;
  /** The versions before this one, newest first. */
  earlier?: Statute[];
  /** The name of the holiday calendar. */
  calendar: string;
  /** Calendars that go before those of the desk, by id: those of the day of which this law is read. Never written in a file. */
  calendarRules?: readonly HolidayCalendar[];
  receipt: ReceiptRule;
  presumedArrival: PresumedArrival;
  /** Days from the date of a letter until it counts as having reached us, if we do not know better. */
  presumedNotice?: Length & Provenance & { roll: Roll };
  terms: Terms;
  tracks?: Track[];
  extensions: ExtensionRule[];
  tolls: Toll[];
  silence: Silence[];
  /** In the order in which one goes from one to the next. */
  challenges: Challenge[];
  duties: DutyRule[];
  /** A letter that does not tell of the right to challenge it is no determination. */
  determinationNeedsAppealRights?: true;
  policies: { [K in PolicyName]?: Policy };
  adverseActs: AdverseAct[];
  rules: { [K in RuleName]?: Rule };
  fees: FeeRule[];
  exemptions: ExemptionRule[];
  exclusions: ExemptionRule[];
  suspensions?: Suspension[];
  /** What a reader of this law should know and no rule says: whom it binds, what was not verified. */
  notes?: string[];
}
