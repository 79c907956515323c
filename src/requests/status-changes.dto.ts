import type {
  CorrectableKind,
  StatusChangeCommon,
  StatusChangeKind,
  StatusChangePayloads,
} from '../law/status-change.ts';
import * as after from './status-changes-after.dto.ts';
import * as before from './status-changes-before.dto.ts';

/**
 * A status change as it is sent in: the law's own payload, but with `on` or `at` or both, and a correction's
 * replacement in the same looser form.
 */
export type Sent<K extends StatusChangeKind = StatusChangeKind> = K extends StatusChangeKind
  ? Omit<StatusChangeCommon, 'on'> & { kind: K; on?: StatusChangeCommon['on'] } & SentPayload<K>
  : never;

type SentPayload<K extends StatusChangeKind> = K extends 'corrected'
  ? { corrects: string; replacement: Sent<CorrectableKind> | object | null }
  : StatusChangePayloads[K];

/** Kind → the class that checks it. */
export const statusChangeClasses = {
  filed: before.Filed,
  undeliverable: before.Undeliverable,
  received: before.Received,
  routed: before.Routed,
  acknowledged: before.Acknowledged,
  perfected: before.Perfected,
  'clarification-requested': before.ClarificationRequested,
  clarified: before.Clarified,
  'interest-asked': before.InterestAsked,
  'interest-confirmed': before.InterestConfirmed,
  narrowed: before.Narrowed,
  aggregated: before.Aggregated,
  'fee-estimated': before.FeeEstimated,
  'fee-answered': before.FeeAnswered,
  'fee-paid': before.FeePaid,
  'fee-settled': before.FeeSettled,
  'fee-category-decided': before.FeeCategoryDecided,
  'fee-waiver-requested': before.FeeWaiverRequested,
  'fee-waiver-decided': before.FeeWaiverDecided,
  'expedition-requested': before.ExpeditionRequested,
  'expedition-decided': before.ExpeditionDecided,
  extended: before.Extended,
  estimated: before.Estimated,
  consulted: after.Consulted,
  transferred: after.Transferred,
  'ruling-requested': after.RulingRequested,
  'ruling-given': after.RulingGiven,
  'interim-release': after.InterimRelease,
  determined: after.Determined,
  released: after.Released,
  'closed-by-agency': after.ClosedByAgency,
  appealed: after.Appealed,
  'appeal-received': after.AppealReceived,
  'appeal-decided': after.AppealDecided,
  'mediation-requested': after.MediationRequested,
  'mediation-ended': after.MediationEnded,
  'lawsuit-filed': after.LawsuitFiled,
  served: after.Served,
  'court-ordered': after.CourtOrdered,
  'lawsuit-ended': after.LawsuitEnded,
  contacted: after.Contacted,
  withdrawn: after.Withdrawn,
  closed: after.Closed,
  reopened: after.Reopened,
  corrected: after.Corrected,
  redacted: after.Redacted,
} satisfies { [K in StatusChangeKind]: new () => Sent<K> };

type Classes = typeof statusChangeClasses;

/** Fields the law knows and a class has forgotten; optional ones slip through `satisfies`. */
type Forgotten = {
  [K in StatusChangeKind]: Exclude<keyof StatusChangePayloads[K], keyof InstanceType<Classes[K]>>;
}[StatusChangeKind];

/** Does not compile when a class lacks a field. */
export const nothingForgotten: [Forgotten] extends [never] ? true : Forgotten = true;
