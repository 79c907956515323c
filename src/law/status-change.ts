import type { PlainDate } from './plain-date.ts';

/**
 * What can be recorded: the kinds of dated fact and what each carries. The map `StatusChangePayloads` is the one list
 * of the vocabulary; everything else in this file is derived from it or checked against it.
 */

/** By which way a message went. */
export const channels = ['email', 'portal', 'mail', 'fax', 'hand', 'phone'] as const;
export type Channel = (typeof channels)[number];

/** What an agency's determination says. */
export const determinationOutcomes = [
  'granted',
  'partly-granted',
  'denied',
  'no-records',
  'neither-confirmed-nor-denied',
  'referred',
  'fee-related',
  'not-reasonably-described',
  'improper',
  'not-an-agency-record',
  'duplicate',
  'withdrawn',
  'abandoned',
  'closed-unanswered',
  'other',
] as const;
export type DeterminationOutcome = (typeof determinationOutcomes)[number];

export const appealOutcomes = ['affirmed', 'partly-reversed', 'reversed', 'remanded', 'dismissed'] as const;
export type AppealOutcome = (typeof appealOutcomes)[number];

export const suitOutcomes = ['judgment-for-requester', 'judgment-for-agency', 'settled', 'dismissed'] as const;
export type SuitOutcome = (typeof suitOutcomes)[number];

/** Who the requester is when fees are set: 5 U.S.C. 552(a)(4)(A)(ii). */
export const feeCategories = ['commercial', 'news-media', 'educational', 'scientific', 'other'] as const;
export type FeeCategory = (typeof feeCategories)[number];

/** Which of the agency's periods an `extended` is about; the first is the default. */
export const extendedOf = ['determination', 'appeal-decision'] as const;
export type ExtendedOf = (typeof extendedOf)[number];

export const feeAnswers = ['agreed', 'disputed', 'waiver-asked', 'scope-cut', 'refused'] as const;
export type FeeAnswer = (typeof feeAnswers)[number];

export const transferScopes = ['all', 'part'] as const;
export type TransferScope = (typeof transferScopes)[number];

/** Why records were released. */
export const releaseCauses = ['determination', 'appeal', 'remand', 'court-order', 'discretion'] as const;
export type ReleaseCause = (typeof releaseCauses)[number];

/** Why an agency closed a request without a determination. */
export const closingReasons = ['no-answer', 'fee-unpaid', 'duplicate', 'aggregated', 'other'] as const;
export type ClosingReason = (typeof closingReasons)[number];

/** Who hears an appeal; the first is the default. */
export const appealLevels = ['agency', 'oversight', 'court'] as const;
export type AppealLevel = (typeof appealLevels)[number];

/** Who owes something. */
export const parties = ['agency', 'requester'] as const;
export type Party = (typeof parties)[number];

export interface Money {
  value: number;
  /** ISO 4217: `USD`. */
  currency: string;
}

/** A claimed exemption. A plain string, `"(b)(6)"`, means the code alone. */
export interface Exemption {
  code: string;
  /** For (b)(3): the other statute that withholds. */
  withholdingStatute?: string;
  /** For (b)(5): the privilege claimed. */
  privilege?: string;
}

/** One thing a court ordered. With `everyMonths` it falls due again and again, counted from `dueOn`. */
export interface OrderedItem {
  what: string;
  owedBy: Party;
  dueOn: PlainDate;
  everyMonths?: number;
  pages?: number;
}

type Nothing = Record<never, never>;

interface Question {
  /** The day the letter sets for the answer. */
  answerBy?: PlainDate;
  /** The agency says that until it is answered there is no proper request. */
  unperfected?: boolean;
}

/** Kind → what that kind carries beyond what all carry. */
export interface StatusChangePayloads {
  // Receipt
  filed: Nothing;
  undeliverable: Nothing;
  /** Received by the first designated office. */
  received: Nothing;
  /** Reached the component that holds the records. */
  routed: Nothing;
  acknowledged: Nothing;
  perfected: Nothing;
  // Questions
  'clarification-requested': Question;
  clarified: Nothing;
  /** "Are you still interested?" */
  'interest-asked': Question;
  'interest-confirmed': Nothing;
  narrowed: Nothing;
  aggregated: { withRequestIds: string[] };
  // Fees
  'fee-estimated': { amount?: Money; asksAnswer: boolean; prepayment?: boolean; answerBy?: PlainDate };
  'fee-answered': { answer: FeeAnswer };
  'fee-paid': Nothing;
  'fee-settled': Nothing;
  'fee-category-decided': { category: FeeCategory };
  'fee-waiver-requested': Nothing;
  'fee-waiver-decided': { granted: boolean };
  // Speed
  'expedition-requested': Nothing;
  'expedition-decided': { granted: boolean };
  extended: { ground: string; until?: PlainDate; of?: ExtendedOf };
  /** The agency's own date, which binds nobody. */
  estimated: { date: PlainDate };
  // Elsewhere
  consulted: Nothing;
  transferred: { scope: TransferScope; toAgencyId?: string; newRequestId?: string; pages?: number };
  'ruling-requested': Nothing;
  /** The overseer has ruled; what it means for the request is the agency's to say. */
  'ruling-given': Nothing;
  // Result
  'interim-release': { appealable?: boolean; pagesReleased?: number; exemptions?: (string | Exemption)[] };
  determined: {
    outcome: DeterminationOutcome;
    exemptions?: (string | Exemption)[];
    /** Default true. Without it the letter is no determination: CREW v. FEC, 711 F.3d 180 (D.C. Cir. 2013). */
    appealRightsGiven?: boolean;
    pagesReleased?: number;
    pagesWithheld?: number;
  };
  released: { because: ReleaseCause };
  'closed-by-agency': { reason: ClosingReason };
  // Challenge
  /** `about` names the act appealed; null is an appeal against silence. */
  appealed: { level?: AppealLevel };
  'appeal-received': { level?: AppealLevel };
  'appeal-decided': { level?: AppealLevel; outcome: AppealOutcome; newOutcome?: DeterminationOutcome };
  'mediation-requested': Nothing;
  'mediation-ended': Nothing;
  'lawsuit-filed': { court?: string; docket?: string };
  served: Nothing;
  'court-ordered': { items: OrderedItem[] };
  'lawsuit-ended': { outcome: SuitOutcome };
  // Ours
  /** A dated call or letter that moves no date. */
  contacted: Nothing;
  withdrawn: Nothing;
  closed: Nothing;
  reopened: Nothing;
  /** Puts `replacement` in the place of the fact `corrects`; null takes that fact out. */
  corrected: { corrects: string; replacement: StatusChangeBody<CorrectableKind> | null };
  /** A free text removed for good; moves nothing. */
  redacted: { redacts: string; fields?: string[]; reason: string };
}

export type StatusChangeKind = keyof StatusChangePayloads;

/** What a correction may put in the place of a fact: any kind but another correction or a redaction. */
export type CorrectableKind = Exclude<StatusChangeKind, 'corrected' | 'redacted'>;

/** What every kind may carry. */
export interface StatusChangeCommon {
  /** The legal day in the agency's zone: the date on the agency's letter, or the day we sent ours. */
  on: PlainDate;
  /** The instant, if known (ISO 8601, UTC); `on` is its day. Orders facts of one day. */
  at?: string;
  /** The day an agency's act reached us. */
  notifiedOn?: PlainDate;
  /** The day our act reached the agency; on `acknowledged`, the day of receipt the agency states. */
  receivedOn?: PlainDate;
  channel?: Channel;
  trackingNumber?: string;
  /** The fact this one answers, appeals, decides or releases. */
  about?: string | null;
  note?: string;
}

/** A fact not yet recorded: no id, no sequence. */
export type StatusChangeBody<K extends StatusChangeKind = StatusChangeKind> = K extends StatusChangeKind
  ? StatusChangeCommon & { kind: K } & StatusChangePayloads[K]
  : never;

/** One recorded fact, flat. `StatusChange` alone is the union of all kinds, told apart by `kind`. */
export type StatusChange<K extends StatusChangeKind = StatusChangeKind> = K extends StatusChangeKind
  ? { id: string; sequence: number; /** ISO 8601, UTC. */ recordedAt: string } & StatusChangeBody<K>
  : never;

/** Whose act each kind is: the agency's, the requester's, a court's, or the desk's own note. */
export const whoActs: Record<StatusChangeKind, 'agency' | 'requester' | 'court' | 'desk'> = {
  filed: 'requester',
  undeliverable: 'agency',
  received: 'agency',
  routed: 'agency',
  acknowledged: 'agency',
  perfected: 'agency',
  'clarification-requested': 'agency',
  clarified: 'requester',
  'interest-asked': 'agency',
  'interest-confirmed': 'requester',
  narrowed: 'requester',
  aggregated: 'agency',
  'fee-estimated': 'agency',
  'fee-answered': 'requester',
  'fee-paid': 'requester',
  'fee-settled': 'agency',
  'fee-category-decided': 'agency',
  'fee-waiver-requested': 'requester',
  'fee-waiver-decided': 'agency',
  'expedition-requested': 'requester',
  'expedition-decided': 'agency',
  extended: 'agency',
  estimated: 'agency',
  consulted: 'agency',
  transferred: 'agency',
  'ruling-requested': 'agency',
  'ruling-given': 'agency',
  'interim-release': 'agency',
  determined: 'agency',
  released: 'agency',
  'closed-by-agency': 'agency',
  appealed: 'requester',
  'appeal-received': 'agency',
  'appeal-decided': 'agency',
  'mediation-requested': 'requester',
  'mediation-ended': 'agency',
  'lawsuit-filed': 'requester',
  served: 'requester',
  'court-ordered': 'court',
  'lawsuit-ended': 'court',
  contacted: 'desk',
  withdrawn: 'requester',
  closed: 'desk',
  reopened: 'desk',
  corrected: 'desk',
  redacted: 'desk',
};

/** Every kind, in the order of a request's life. */
export const statusChangeKinds = Object.keys(whoActs) as readonly StatusChangeKind[];

/** Whether a fact is of this kind; narrows its type. */
export function isKind<K extends StatusChangeKind>(change: StatusChange, kind: K): change is StatusChange<K> {
  return change.kind === kind;
}
