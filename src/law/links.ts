import { appealableAct, challengeAt } from './matters/adverse.ts';
import type { AppealableAct } from './matters/adverse.ts';
import type { Law } from './law.ts';
import { statusChangeKinds, whoActs } from './status-change.ts';
import type { AppealLevel, StatusChange, StatusChangeKind } from './status-change.ts';

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
  'ruling-given': { to: ['ruling-requested'] },
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
  undeliverable: statusChangeKinds.filter(
    (kind) => whoActs[kind] === 'requester' && kind !== 'lawsuit-filed' && kind !== 'served',
  ),
  perfected: ['clarification-requested', 'filed'],
  clarified: ['clarification-requested', 'interest-asked'],
  'interest-confirmed': ['interest-asked', 'clarification-requested'],
  'fee-waiver-requested': ['filed', 'fee-estimated', 'fee-category-decided'],
  'fee-answered': ['fee-estimated', 'fee-category-decided'],
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
    'mediation-ended',
    'transferred',
  ],
};

/** What each fact is about, and the other way round. */
export class Links {
  readonly #targets = new Map<string, string | null>();
  readonly #facts = new Map<string, StatusChange[]>();
  readonly #levels = new Map<string, AppealLevel>();

  /** Remembers at which level an appeal is. */
  know(fact: StatusChange): void {
    if (fact.kind === 'appealed') this.#levels.set(fact.id, levelOf(fact));
  }

  /** The level at which an appeal was decided: its own word, else that of the appeal it is about. */
  levelOf(decision: StatusChange<'appeal-decided'>): AppealLevel {
    return decision.level ?? this.#levels.get(this.#targets.get(decision.id) ?? '') ?? 'agency';
  }

  add(fact: StatusChange, target: string | null): void {
    this.#targets.set(fact.id, target);
    if (target === null) return;
    const about = this.#facts.get(target);
    if (about) about.push(fact);
    else this.#facts.set(target, [fact]);
  }

  /** The id of what a fact is about; null is an appeal against silence, undefined nothing in particular. */
  targetOf(fact: StatusChange): string | null | undefined {
    return this.#targets.get(fact.id);
  }

  /** Facts about the fact of this id, in order. */
  about(id: string): readonly StatusChange[] {
    return this.#facts.get(id) ?? none;
  }
}

const none: readonly StatusChange[] = [];

/**
 * What each fact is about. One that does not say so is about the only thing still open that it can be about; if there
 * are several, about the oldest of them, since recording it would have asked.
 */
export function linkFacts(facts: readonly StatusChange[], law: Law): Links {
  const links = new Links();
  facts.forEach((fact, i) => {
    links.know(fact);
    const target =
      fact.about ??
      (fact.kind === 'appealed' ? appealedAct(facts, i, links, fact, law) : openTargets(facts, i, links, fact)[0]?.id);
    if (target !== undefined) links.add(fact, target);
  });
  return links;
}

function appealedAct(
  facts: readonly StatusChange[],
  count: number,
  links: Links,
  appeal: StatusChange,
  law: Law,
): string | null {
  if (appeal.about === null) return null;
  const open = openAdverseActs(facts, count, links, appeal, law);
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
    if (expectation.to.includes(target.kind) && fits(fact, target) && !isTaken(links, fact, target, expectation))
      open.push(target);
  }
  return open;
}

function expectationOf(fact: StatusChange): Expectation | undefined {
  if (fact.kind === 'extended') return fact.of === 'appeal-decision' ? { to: ['appealed'], again: true } : undefined;
  if (fact.kind === 'released')
    return fact.because === 'court-order' ? { to: ['court-ordered'], again: true } : undefined;
  return expectations[fact.kind];
}

/** `perfected` ends only a question that was said to leave the request imperfect; what names a level is about an appeal at it. */
function fits(fact: StatusChange, target: StatusChange): boolean {
  if (fact.kind === 'appeal-decided' || fact.kind === 'appeal-received')
    return fact.level === undefined || fact.level === levelOf(target);
  return fact.kind !== 'perfected' || (target.kind === 'clarification-requested' && target.unperfected === true);
}

function isTaken(links: Links, fact: StatusChange, target: StatusChange, { again }: Expectation): boolean {
  const ends = endings[target.kind];
  return links.about(target.id).some((other) => ends?.includes(other.kind) || (!again && other.kind === fact.kind));
}

/**
 * Acts among the first `count` facts that can be challenged at the appeal's level and that nobody has challenged there;
 * those whose window is over only if there is no other.
 */
export function openAdverseActs(
  facts: readonly StatusChange[],
  count: number,
  links: Links,
  appeal: StatusChange,
  law: Law,
): StatusChange[] {
  const level = levelOf(appeal);
  const challenge = challengeAt(law.statute, level) ?? law.statute.challenges[0];
  if (!challenge) return [];
  const acts: AppealableAct[] = [];
  for (let i = 0; i < count; i++) {
    const fact = facts[i]!;
    if (links.about(fact.id).some((other) => other.kind === 'appealed' && levelOf(other) === level)) continue;
    const act = appealableAct(fact, links, law, challenge);
    if (act) acts.push(act);
  }
  const inTime = acts.filter(({ window }) => !window || window.dueOn >= appeal.on);
  return (inTime.length ? inTime : acts).map((act) => act.fact);
}

function levelOf(appeal: StatusChange): AppealLevel {
  return (appeal.kind === 'appealed' && appeal.level) || 'agency';
}
