import type { Law } from './law.ts';
import { withoutBounced } from './docket.ts';
import { settle } from './history.ts';
import { fittingKinds, linkFacts, openAdverseActs, openTargets } from './links.ts';
import { formatDay } from './plain-date.ts';
import { statusChangeKinds } from './status-change.ts';
import type { StatusChange, StatusChangeKind } from './status-change.ts';

/** Why a fact cannot be recorded. */
export interface Refusal {
  /** 409: impossible as things stand. 422: what was sent does not suffice. */
  status: 409 | 422;
  detail: string;
  /** What would be accepted: kinds, or ids of facts. */
  accepted?: string[];
  /** JSON Pointer to the field at fault. */
  pointer?: string;
}

/**
 * Null if the fact may be recorded. Refused is only the impossible: anything but filing or withdrawal before the request
 * was filed, a date before it was filed, a fact about something it cannot be about. Everything else that agencies do out
 * of order is recorded and shows as an anomaly. `history` may be in any order and is what is recorded, corrections and all.
 * What is impossible is so under every law built so far; the law is asked for because others may forbid more.
 */
export function refuse(history: readonly StatusChange[], proposed: StatusChange, _law: Law): Refusal | null {
  if (proposed.kind === 'corrected') return refuseCorrection(history, proposed);
  if (proposed.kind === 'redacted') return refuseRedaction(history, proposed);
  return refuseAmong(settle(history), proposed);
}

/** Facts may hold the proposed one itself; it is not looked at. */
function refuseAmong(facts: readonly StatusChange[], proposed: StatusChange): Refusal | null {
  return refuseBeforeFiling(facts, proposed) ?? refuseAbout(facts, proposed);
}

const beforeFiling: readonly StatusChangeKind[] = ['filed', 'withdrawn'];

function refuseBeforeFiling(facts: readonly StatusChange[], proposed: StatusChange): Refusal | null {
  const filed = facts.find((fact) => fact.kind === 'filed');
  if (!filed) {
    if (beforeFiling.includes(proposed.kind)) return null;
    const detail = 'the request has not been filed; until then it can only be filed or withdrawn';
    return { status: 409, detail, accepted: [...beforeFiling], pointer: '/kind' };
  }
  if (proposed.on >= filed.on) return null;
  const detail = `the request was filed on ${formatDay(filed.on)}; nothing can be dated before that`;
  return { status: 409, detail, accepted: [`${filed.on} or later`], pointer: '/on' };
}

function refuseAbout(facts: readonly StatusChange[], proposed: StatusChange): Refusal | null {
  if (proposed.about == null) return null;
  const fitting = fittingKinds[proposed.kind] ?? null;
  const target = facts.find((fact) => fact.id === proposed.about && fact.id !== proposed.id);
  if (target && (!fitting || fitting.includes(target.kind))) return null;
  const accepted = facts
    .filter((fact) => fact.id !== proposed.id && (!fitting || fitting.includes(fact.kind)))
    .map((fact) => fact.id);
  const detail = target
    ? `a fact of kind ${proposed.kind} cannot be about one of kind ${target.kind}`
    : 'about names no fact of this request';
  return { status: 409, detail, accepted, pointer: '/about' };
}

/** A correction must name a fact, and what is left must be possible: filed first, and every `about` still good. */
function refuseCorrection(history: readonly StatusChange[], proposed: StatusChange<'corrected'>): Refusal | null {
  const correctable = history.filter((fact) => fact.kind !== 'redacted' && fact.id !== proposed.id);
  const target = correctable.find((fact) => fact.id === proposed.corrects);
  if (!target) {
    const detail = 'corrects names no fact that can be corrected';
    return { status: 409, detail, accepted: correctable.map((fact) => fact.id), pointer: '/corrects' };
  }
  const kinds: readonly string[] = ['corrected', 'redacted'];
  if (proposed.replacement && kinds.includes(proposed.replacement.kind)) {
    const accepted = statusChangeKinds.filter((kind) => !kinds.includes(kind));
    return {
      status: 409,
      detail: 'a correction puts a fact in place of a fact',
      accepted,
      pointer: '/replacement/kind',
    };
  }
  const before = new Set(impossibleAmong(settle(history)).map(({ fact }) => fact.id));
  const after = impossibleAmong(settle([...history, { ...proposed, sequence: lastOf(history) + 1 }]));
  const impossible = after.find(({ fact }) => !before.has(fact.id))?.refusal ?? null;
  return impossible && { ...impossible, pointer: proposed.replacement ? '/replacement' : '/corrects' };
}

/** The facts that could not have been recorded in this company. The filing itself is judged by what it leaves behind. */
function impossibleAmong(facts: readonly StatusChange[]): { fact: StatusChange; refusal: Refusal }[] {
  return facts.flatMap((fact) => {
    const refusal = fact.kind === 'filed' ? null : refuseAmong(facts, fact);
    if (!refusal) return [];
    const detail = `after this correction the fact of ${formatDay(fact.on)} (${fact.kind}) could not stand: ${refusal.detail}`;
    return [{ fact, refusal: { status: 409 as const, detail } }];
  });
}

function lastOf(history: readonly StatusChange[]): number {
  return history.reduce((last, fact) => Math.max(last, fact.sequence), 0);
}

function refuseRedaction(history: readonly StatusChange[], proposed: StatusChange<'redacted'>): Refusal | null {
  const ids = history.map((fact) => fact.id).filter((id) => id !== proposed.id);
  if (ids.includes(proposed.redacts)) return null;
  return { status: 409, detail: 'redacts names no fact of this request', accepted: ids, pointer: '/redacts' };
}

/**
 * What the proposed fact is about, if it does not say so itself: an appeal the only open adverse act (null if there is
 * none: it is against silence), an answer the only open question, a decision the only thing left to decide. Several give
 * a 422 that lists them. `undefined`: it is about nothing in particular.
 */
export function resolveAbout(
  history: readonly StatusChange[],
  proposed: StatusChange,
  law: Law,
): { about: string | null | undefined } | Refusal {
  if (proposed.about !== undefined) return { about: proposed.about };
  const facts = withoutBounced(settle(history).filter((fact) => fact.on <= proposed.on && fact.id !== proposed.id));
  const links = linkFacts(facts, law);
  const isAppeal = proposed.kind === 'appealed';
  const open = isAppeal
    ? openAdverseActs(facts, facts.length, links, proposed, law)
    : openTargets(facts, facts.length, links, proposed);
  if (open.length === 0) return { about: isAppeal ? null : undefined };
  if (open.length === 1) return { about: open[0]!.id };
  const listed = open.map((fact) => `${fact.id} (${fact.kind} of ${formatDay(fact.on)})`).join(', ');
  const detail = `several facts can be meant; say in about which one: ${listed}`;
  return { status: 422, detail, accepted: open.map((fact) => fact.id), pointer: '/about' };
}
