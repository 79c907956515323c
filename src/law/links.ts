import { appealableAct } from './matters/adverse.ts';
import type { Law } from './clock.ts';
import type { StatusChange, StatusChangeKind } from './status-change.ts';

/**
 * Which fact is about which: what an answer answers, what an appeal appeals, what a decision decides.
 */

interface Expectation {
  /** Kinds it can be about. */
  to: readonly StatusChangeKind[];
  /** Several of its kind may be about one fact: a court can order more than once. */
  again?: true;
}

/** The kinds that are about something even when they do not say so. */
const expectations: { [K in StatusChangeKind]?: Expectation } = {
  perfected: { to: ['clarification-requested'] },
  clarified: { to: ['clarification-requested'] },
  'interest-confirmed': { to: ['interest-asked'] },
  'fee-answered': { to: ['fee-estimated'] },
  'fee-paid': { to: ['fee-estimated'] },
  'fee-settled': { to: ['fee-estimated'] },
  'fee-waiver-decided': { to: ['fee-waiver-requested'] },
  'expedition-decided': { to: ['expedition-requested'] },
  'appeal-received': { to: ['appealed'] },
  'appeal-decided': { to: ['appealed'] },
  'mediation-ended': { to: ['mediation-requested'] },
  served: { to: ['lawsuit-filed'] },
  'court-ordered': { to: ['lawsuit-filed'], again: true },
  'lawsuit-ended': { to: ['lawsuit-filed'] },
};

/** What ends a thing, so that nothing more can be expected about it. */
const endings: { [K in StatusChangeKind]?: readonly StatusChangeKind[] } = {
  appealed: ['appeal-decided'],
  'lawsuit-filed': ['lawsuit-ended'],
  'fee-estimated': ['fee-settled'],
};

/** Kinds whose `about` must name a fact of certain kinds; kinds that are not here may be about anything. */
export const fittingKinds: { [K in StatusChangeKind]?: readonly StatusChangeKind[] } = {
  ...Object.fromEntries(Object.entries(expectations).map(([kind, expectation]) => [kind, expectation.to])),
  perfected: ['clarification-requested', 'filed'],
  clarified: ['clarification-requested', 'interest-asked'],
  'interest-confirmed': ['interest-asked', 'clarification-requested'],
  'fee-waiver-requested': ['filed', 'fee-estimated', 'fee-category-decided'],
  'fee-paid': ['fee-estimated', 'fee-settled'],
  'expedition-requested': ['filed', 'appealed'],
  extended: ['filed', 'received', 'routed', 'appealed'],
  'fee-settled': ['fee-estimated', 'fee-waiver-requested', 'fee-answered'],
  'court-ordered': ['lawsuit-filed', 'court-ordered', 'served'],
  served: ['lawsuit-filed'],
  received: ['filed'],
  routed: ['filed', 'received'],
  acknowledged: ['filed', 'received', 'routed', 'appealed'],
  appealed: [
    'determined',
    'interim-release',
    'released',
    'closed-by-agency',
    'fee-estimated',
    'fee-category-decided',
    'fee-waiver-decided',
    'expedition-decided',
    'fee-settled',
    'appeal-decided',
    'transferred',
  ],
};

/** Id of a fact → id of what it is about; null is an appeal against silence. */
export type Links = Map<string, string | null>;

/**
 * What each fact is about. One that does not say so is about the only thing still open that it can be about; if there
 * are several, about the oldest of them, since recording it would have asked.
 */
export function linkFacts(facts: readonly StatusChange[], law: Law): Links {
  const links: Links = new Map();
  facts.forEach((fact, i) => {
    if (fact.about != null) links.set(fact.id, fact.about);
    else if (fact.kind === 'appealed')
      links.set(fact.id, fact.about === null ? null : appealedAct(facts.slice(0, i), links, fact, law));
    else {
      const open = openTargets(facts, i, links, fact);
      if (open[0]) links.set(fact.id, open[0].id);
    }
  });
  return links;
}

function appealedAct(prior: readonly StatusChange[], links: Links, appeal: StatusChange, law: Law): string | null {
  const open = openAdverseActs(prior, links, appeal, law);
  // A determination is what one appeals, if one says no more.
  return (open.findLast((act) => act.kind === 'determined') ?? open.at(-1))?.id ?? null;
}

/** Facts among the first `count` that the fact can be about and that still wait for one of its kind. Oldest first. */
export function openTargets(
  facts: readonly StatusChange[],
  count: number,
  links: Links,
  fact: StatusChange,
): StatusChange[] {
  const expectation = expectationOf(fact);
  if (!expectation) return [];
  const open: StatusChange[] = [];
  for (let i = 0; i < count; i++) {
    const target = facts[i]!;
    if (!expectation.to.includes(target.kind) || !fits(fact, target)) continue;
    if (!isTaken(facts, count, links, fact, target, expectation.again)) open.push(target);
  }
  return open;
}

function expectationOf(fact: StatusChange): Expectation | undefined {
  if (fact.kind === 'extended') return fact.of === 'appeal-decision' ? { to: ['appealed'], again: true } : undefined;
  if (fact.kind === 'released')
    return fact.because === 'court-order' ? { to: ['court-ordered'], again: true } : undefined;
  return expectations[fact.kind];
}

/** `perfected` ends only a question that was said to leave the request imperfect; a question about fees must have been one. */
function fits(fact: StatusChange, target: StatusChange): boolean {
  if (fact.kind === 'perfected') return target.kind === 'clarification-requested' && target.unperfected === true;
  return true;
}

function isTaken(
  facts: readonly StatusChange[],
  count: number,
  links: Links,
  fact: StatusChange,
  target: StatusChange,
  again?: true,
): boolean {
  const ends = endings[target.kind] ?? [];
  for (let i = 0; i < count; i++) {
    const other = facts[i]!;
    if (links.get(other.id) !== target.id) continue;
    if (ends.includes(other.kind) || (!again && other.kind === fact.kind)) return true;
  }
  return false;
}

/** Adverse acts before an appeal that nobody has appealed; those whose window has run out only if there is no other. */
export function openAdverseActs(
  prior: readonly StatusChange[],
  links: Links,
  appeal: StatusChange,
  law: Law,
): StatusChange[] {
  const appealed = new Set(prior.filter((fact) => fact.kind === 'appealed').map((fact) => links.get(fact.id)));
  const acts = prior
    .map((fact) => appealableAct(fact, prior, links, law))
    .filter((act) => act !== null && !appealed.has(act.fact.id)) as { fact: StatusChange; windowEnds: string }[];
  const inTime = acts.filter((act) => act.windowEnds >= appeal.on);
  return (inTime.length ? inTime : acts).map((act) => act.fact);
}
