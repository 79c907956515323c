import { calendarFor } from '../calendar.ts';
import type { Law } from '../law.ts';
import type { Links } from '../links.ts';
import type { PlainDate } from '../plain-date.ts';
import type { StatusChange } from '../status-change.ts';
import type { AdverseAct, Challenge, Statute } from '../statute.ts';
import type { Term } from '../terms.ts';
import { versionOn } from '../versions.ts';
import { applied, countFrom, endOf, rolled } from './term.ts';
import type { AppliedTerm } from './term.ts';

/** An act of the agency that can be challenged in one way. */
export interface AppealableAct {
  fact: StatusChange;
  rule: Pick<AdverseAct, 'when' | 'concerns' | 'cites'>;
  challenge: Challenge;
  window: Window | null;
}

/** The time to file: from which day, to which. */
export interface Window {
  term: AppliedTerm;
  start: PlainDate;
  /** The last day before it moves off a day off, and after. */
  endsOn: PlainDate;
  dueOn: PlainDate;
}

/** The way to challenge things at one level; undefined if the law sets nothing for it. */
export function challengeAt(statute: Statute, level: Challenge['level']): Challenge | undefined {
  return statute.challenges.find((one) => one.level === level);
}

/** The fact as an act that can be challenged so, or null. Some acts become one only when the requester disputes them. */
export function appealableAct(fact: StatusChange, links: Links, law: Law, challenge: Challenge): AppealableAct | null {
  const rule = ruleFor(fact, links, law, challenge);
  return rule && { fact, rule, challenge, window: windowOf(fact, links, law, challenge) };
}

/** What opens the challenge, as the law words it: the request's own refusal, or a decision one level below. */
function openingOf(
  fact: StatusChange,
  links: Links,
  statute: Statute,
  challenge: Challenge,
): Challenge['against'][number] | undefined {
  const of = fact.kind === 'appeal-decided' ? challengeAt(statute, links.levelOf(fact))?.id : 'request';
  return challenge.against.find((one) => one.when === 'adverse-act' && one.of === of);
}

function ruleFor(fact: StatusChange, links: Links, law: Law, challenge: Challenge): AppealableAct['rule'] | null {
  const { statute } = law;
  const against = challenge.against.filter(({ when }) => when === 'adverse-act');
  if (challenge.opensWith?.includes(fact.kind)) return { when: 'always', concerns: 'request', cites: challenge.cites };
  if (fact.kind === 'appeal-decided') {
    // What was decided one level below, unless it gave everything or sent it back.
    const below = challengeAt(statute, links.levelOf(fact));
    const leaves = fact.outcome !== 'reversed' && fact.outcome !== 'remanded';
    if (!below || !leaves || !against.some(({ of }) => of === below.id)) return null;
    return { when: 'always', concerns: 'request', cites: challenge.cites };
  }
  if (!against.some(({ of }) => of === 'request')) return null;
  const rule = statute.adverseActs.find((act) => act.kind === fact.kind);
  return rule && isAdverse(fact, rule, links, law) ? rule : null;
}

/** Asked again and again while appeals are matched with acts, so each is counted once. */
const windows = new WeakMap<Law, Map<string, WeakMap<StatusChange, Window>>>();

function windowOf(fact: StatusChange, links: Links, law: Law, challenge: Challenge): Window | null {
  const inForce = versionOn(law, fact.on).challenges.find(({ id }) => id === challenge.id) ?? challenge;
  const own = openingOf(fact, links, law.statute, inForce)?.window;
  const term = own === undefined ? windowTerm(fact, inForce) : own;
  if (!term || term.from === 'accrual') return null;
  const byChallenge = windows.get(law) ?? new Map<string, WeakMap<StatusChange, Window>>();
  windows.set(law, byChallenge);
  const known = byChallenge.get(challenge.id) ?? new WeakMap<StatusChange, Window>();
  byChallenge.set(challenge.id, known);
  const before = known.get(fact);
  if (before) return before;
  const rule = applied(law, challenge.filing, term, challenge.metBy);
  const window = windowFrom(law, rule, windowStart(fact, rule.from, law));
  known.set(fact, window);
  return window;
}

/** The time to file: another one where the letter does not tell of the right, if the law has one. */
function windowTerm(fact: StatusChange, challenge: Challenge): Term | null {
  const unsaid = fact.kind === 'determined' && fact.appealRightsGiven === false;
  return (unsaid ? challenge.windowWithoutNotice : undefined) ?? challenge.window;
}

/** The window that opens on a day. */
export function windowFrom(law: Law, term: AppliedTerm, start: PlainDate): Window {
  const calendar = calendarFor(law.statute, law.overrides, law.suspensions);
  const endsOn = endOf(calendar, start, term);
  return { term, start, endsOn, dueOn: rolled(calendar, term.roll, endsOn) };
}

/**
 * The day a window counts from: the date on the letter, or where the rule says so the day it reached us: on record, else
 * as the law presumes, else the letter's date.
 */
export function windowStart(act: StatusChange, from: 'dated' | 'notified', law: Law): PlainDate {
  if (from === 'dated') return act.on;
  if (act.notifiedOn) return act.notifiedOn;
  const presumed = law.statute.presumedNotice;
  if (!presumed) return act.on;
  const calendar = calendarFor(law.statute, law.overrides, law.suspensions);
  return rolled(calendar, presumed.roll, countFrom(calendar, act.on, presumed.count, presumed.unit));
}

function isAdverse(fact: StatusChange, rule: AdverseAct, links: Links, law: Law): boolean {
  if (rule.when === 'always') return true;
  if (rule.when === 'not-granted') return fact.kind === 'determined' && fact.outcome !== 'granted';
  if (rule.when === 'said-appealable') return fact.kind === 'interim-release' && fact.appealable === true;
  if (rule.when === 'refused') return 'granted' in fact && !fact.granted;
  const otherCategory =
    fact.kind === 'fee-category-decided' && law.feeCategory != null && fact.category !== law.feeCategory;
  return otherCategory || disputeOf(fact, links) !== null;
}

/** Our answer that disputes a fee; null if there is none. */
export function disputeOf(fact: StatusChange, links: Links): StatusChange | null {
  return links.about(fact.id).find((other) => other.kind === 'fee-answered' && other.answer === 'disputed') ?? null;
}
