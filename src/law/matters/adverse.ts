import { calendarFor } from '../calendar.ts';
import type { Law } from '../law.ts';
import type { Links } from '../links.ts';
import type { PlainDate } from '../plain-date.ts';
import type { StatusChange } from '../status-change.ts';
import type { AdverseAct } from '../statute.ts';
import { countFrom, termFor } from './term.ts';

/** An act of the agency that can be appealed. */
export interface AppealableAct {
  fact: StatusChange;
  rule: AdverseAct;
  /** The last day to appeal. */
  windowEnds: PlainDate;
}

/** The fact as an act that can be appealed, or null. Some acts become one only when the requester disputes them. */
export function appealableAct(fact: StatusChange, links: Links, law: Law): AppealableAct | null {
  const rule = law.statute.adverseActs.find((act) => act.kind === fact.kind);
  if (!rule || !isAdverse(fact, rule, links, law)) return null;
  return { fact, rule, windowEnds: windowEndOf(fact, law) };
}

/** Asked again and again while appeals are matched with acts, so each is counted once. */
const windowEnds = new WeakMap<Law, WeakMap<StatusChange, PlainDate>>();

function windowEndOf(fact: StatusChange, law: Law): PlainDate {
  const known = windowEnds.get(law) ?? new WeakMap<StatusChange, PlainDate>();
  windowEnds.set(law, known);
  const before = known.get(fact);
  if (before) return before;
  const term = termFor(law, 'appeal-filing');
  const start = windowStart(fact, term.from);
  const end = countFrom(calendarFor(law.statute, law.overrides), start, term.count, term.unit);
  known.set(fact, end);
  return end;
}

/** The day an appeal window counts from: the date on the letter, or where the agency's rule says so the day it reached us. */
export function windowStart(act: StatusChange, from: 'dated' | 'notified'): PlainDate {
  return from === 'notified' ? (act.notifiedOn ?? act.on) : act.on;
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
