import { calendarFor } from './calendar.ts';
import type { Calendar } from './calendar.ts';
import type { Law } from './law.ts';
import { linkFacts } from './links.ts';
import type { Links } from './links.ts';
import type { Anomaly } from './standing.ts';
import { isKind, whoActs } from './status-change.ts';
import type { StatusChange, StatusChangeKind } from './status-change.ts';

/** A history laid out for reading: facts in order, what each is about, where it was closed. */
export interface Docket {
  law: Law;
  calendar: Calendar;
  /** Facts that bear on the clock: up to the closing, without messages that bounced. */
  facts: readonly StatusChange[];
  /** Everything that happened, bounced messages and acts after a withdrawal included. */
  all: readonly StatusChange[];
  links: Links;
  /** The filing that counts; one that bounced does not. */
  filed: StatusChange<'filed'> | null;
  /** What closed the request, if it stands closed at the end. */
  closing: StatusChange | null;
  /** Which act of agency or court opened it again after which closing, if nothing closed or reopened it since. */
  reopening: Reopening | null;
  anomalies: Anomaly[];
}

interface Reopening {
  by: StatusChange;
  after: StatusChange;
}

/** Lays out settled facts (in order, corrected). */
export function openDocket(all: readonly StatusChange[], law: Law): Docket {
  const anomalies: Anomaly[] = [];
  const arrived = withoutBounced(all);
  const { closing, reopening } = closingOf(arrived, anomalies);
  const facts = closing ? arrived.slice(0, arrived.indexOf(closing) + 1) : arrived;
  return {
    law,
    calendar: calendarFor(law.statute, law.overrides, law.suspensions),
    facts,
    all,
    links: linkFacts(facts, law),
    filed: firstOf(facts, 'filed'),
    closing,
    reopening,
    anomalies,
  };
}

/** Facts of one kind, in order. */
export function allOf<K extends StatusChangeKind>(facts: readonly StatusChange[], kind: K): StatusChange<K>[] {
  return facts.filter((fact): fact is StatusChange<K> => fact.kind === kind);
}

export function firstOf<K extends StatusChangeKind>(facts: readonly StatusChange[], kind: K): StatusChange<K> | null {
  for (const fact of facts) if (isKind(fact, kind)) return fact;
  return null;
}

/** Facts of one of these kinds that are about the fact of this id, in order. */
export function about(docket: Docket, id: string, kinds: readonly StatusChangeKind[]): StatusChange[] {
  return docket.links.about(id).filter((fact) => kinds.includes(fact.kind));
}

/** Puts on record what does not fit. */
export function note(docket: Docket, kind: string, fact: StatusChange, says: string): void {
  docket.anomalies.push({ kind, statusChangeId: fact.id, says });
}

/** Facts in order, without messages of ours that came back: what never arrived does nothing. */
export function withoutBounced(facts: readonly StatusChange[]): readonly StatusChange[] {
  const bounced = bouncedMessages(facts);
  return bounced.size ? facts.filter((fact) => !bounced.has(fact.id)) : facts;
}

/** Whether a fact is a message of ours to the agency, which can come back. A suit and its service go to a court. */
export function isMessage({ kind }: StatusChange): boolean {
  return whoActs[kind] === 'requester' && kind !== 'lawsuit-filed' && kind !== 'served';
}

/** Ids of messages of ours that came back. One that names no message means the last one sent. */
function bouncedMessages(facts: readonly StatusChange[]): Set<string> {
  const bounced = new Set<string>();
  facts.forEach((fact, i) => {
    if (fact.kind !== 'undeliverable') return;
    const could = (other: StatusChange): boolean => isMessage(other) && !bounced.has(other.id);
    const ours = fact.about
      ? facts.find((other) => other.id === fact.about && could(other))
      : facts.findLast((other, j) => j < i && could(other));
    if (ours) bounced.add(ours.id);
  });
  return bounced;
}

/**
 * What closed the request, if nothing opened it again. Any act of the agency, a court or ours opens what we had closed;
 * what was transferred away comes back with records or a decision; what was withdrawn comes back only by `reopened`, a
 * draft that was given up also by filing it after all.
 */
function closingOf(facts: readonly StatusChange[], anomalies: Anomaly[]): Pick<Docket, 'closing' | 'reopening'> {
  let closing: StatusChange | null = null;
  let reopening: Reopening | null = null;
  for (const fact of facts) {
    if (isClosing(fact)) closing = closing && fact.kind === 'closed' ? closing : fact;
    else if (closing && (fact.kind === 'reopened' || fact.kind === 'filed')) closing = reopening = null;
    else if (closing && reopens(closing, fact)) {
      anomalies.push({
        kind: 'act-after-closing',
        statusChangeId: fact.id,
        says: `${fact.kind} came after the request was closed, and opens it again`,
      });
      reopening = isActOfOthers(fact) ? { by: fact, after: closing } : null;
      closing = null;
    } else if (closing && isActOfOthers(fact)) {
      anomalies.push({
        kind: 'act-after-withdrawal',
        statusChangeId: fact.id,
        says: `${fact.kind} came after the request was ${closing.kind}; it changes nothing`,
      });
    }
  }
  return { closing, reopening: closing ? null : reopening };
}

function isClosing(fact: StatusChange): boolean {
  return fact.kind === 'closed' || fact.kind === 'withdrawn' || (fact.kind === 'transferred' && fact.scope === 'all');
}

function isActOfOthers(fact: StatusChange): boolean {
  return whoActs[fact.kind] === 'agency' || whoActs[fact.kind] === 'court';
}

const comesBack: readonly StatusChangeKind[] = [
  'determined',
  'interim-release',
  'released',
  'court-ordered',
  'appealed',
  'lawsuit-filed',
];

function reopens(closing: StatusChange, fact: StatusChange): boolean {
  if (closing.kind === 'closed') return whoActs[fact.kind] !== 'desk';
  return closing.kind === 'transferred' && comesBack.includes(fact.kind);
}
