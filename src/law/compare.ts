import type { PlainDate } from './plain-date.ts';
import type { Consequence, Deadline, DeadlineKind, DeadlineState, Standing } from './standing.ts';

/** What is different between two standings: what if, or before and after. */

/** One deadline on both sides; null where there is none. */
export interface DeadlineDifference {
  id: string;
  kind: DeadlineKind;
  first: DeadlineAtGlance | null;
  second: DeadlineAtGlance | null;
}

export interface DeadlineAtGlance {
  dueOn: PlainDate | null;
  state: DeadlineState;
  metOn?: PlainDate;
}

/** A consequence that only one side has, or that has another span there. */
export interface ConsequenceDifference {
  kind: Consequence['kind'];
  first: Span | null;
  second: Span | null;
}

interface Span {
  from: PlainDate;
  until?: PlainDate;
}

export interface StandingDifferences {
  status?: { first: Standing['status']; second: Standing['status'] };
  outcome?: { first: Standing['outcome']; second: Standing['outcome'] };
  deadlines: DeadlineDifference[];
  consequences: ConsequenceDifference[];
}

/** Everything in which the second standing differs from the first. Deadlines are matched by their ids. */
export function compareStandings(first: Standing, second: Standing): StandingDifferences {
  return {
    ...(first.status !== second.status && { status: { first: first.status, second: second.status } }),
    ...(first.outcome !== second.outcome && { outcome: { first: first.outcome, second: second.outcome } }),
    deadlines: deadlineDifferences(first.deadlines, second.deadlines),
    consequences: consequenceDifferences(first.consequences, second.consequences),
  };
}

function deadlineDifferences(first: readonly Deadline[], second: readonly Deadline[]): DeadlineDifference[] {
  const ids = new Set([...first, ...second].map((deadline) => deadline.id));
  return [...ids].flatMap((id) => {
    const [a, b] = [first, second].map((all) => all.find((deadline) => deadline.id === id));
    const [glanceA, glanceB] = [a, b].map((deadline) => (deadline ? glanceOf(deadline) : null));
    if (JSON.stringify(glanceA) === JSON.stringify(glanceB)) return [];
    return [{ id, kind: (a ?? b)!.kind, first: glanceA ?? null, second: glanceB ?? null }];
  });
}

function glanceOf({ dueOn, state, metOn }: Deadline): DeadlineAtGlance {
  return { dueOn, state, ...(metOn && { metOn }) };
}

/** Spans of one kind are matched in the order of their days: there is no other name for them. */
function consequenceDifferences(
  first: readonly Consequence[],
  second: readonly Consequence[],
): ConsequenceDifference[] {
  const kinds = new Set([...first, ...second].map(({ kind, issue }) => `${kind} ${issue ?? ''}`));
  return [...kinds].flatMap((key) => {
    const [a, b] = [first, second].map((all) => all.filter(({ kind, issue }) => `${kind} ${issue ?? ''}` === key));
    const kind = (a![0] ?? b![0])!.kind;
    const pairs = Array.from(
      { length: Math.max(a!.length, b!.length) },
      (_, i) => [spanOf(a![i]), spanOf(b![i])] as const,
    );
    return pairs
      .filter(([x, y]) => JSON.stringify(x) !== JSON.stringify(y))
      .map(([x, y]) => ({ kind, first: x, second: y }));
  });
}

function spanOf(consequence: Consequence | undefined): Span | null {
  if (!consequence) return null;
  return { from: consequence.from, ...(consequence.until && { until: consequence.until }) };
}
