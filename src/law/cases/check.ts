import { readClock } from '../clock.ts';
import { explainDeadline } from '../explain.ts';
import type { Law } from '../law.ts';
import { parseOverrides } from '../overrides.ts';
import { day } from '../plain-date.ts';
import type { Consequence, Deadline, Standing } from '../standing.ts';
import { standingOn } from '../standing-on.ts';
import type { Statute } from '../statute.ts';
import { asRecorded } from './case.ts';
import type { Case, ExpectedDeadline } from './case.ts';

/** One point on which a case and the law as data disagree. */
export interface Difference {
  /** `deadlines/determination:1/dueOn`. */
  at: string;
  expected: unknown;
  found: unknown;
}

/**
 * Holds a worked case against a law; empty if they agree. `hourOf` as in `Law`. Throws if the case itself is not
 * readable: a day that is none, overrides that are refused.
 */
export function checkCase(one: Case, statute: Statute, hourOf?: Law['hourOf']): Difference[] {
  const standing = standingOfCase(one, statute, hourOf);
  const { deadlines, feesSay, ...plain } = one.expect;
  const seen = seenIn(standing, one);
  const found = Object.entries(plain).flatMap(([key, expected]) =>
    differ(key, expected, seen[key as keyof typeof seen]),
  );
  if (feesSay) {
    const says = standing.consequences.find(({ kind }) => kind === 'fees-barred')?.says;
    if (!says?.includes(feesSay)) found.push({ at: 'feesSay', expected: feesSay, found: says });
  }
  for (const [id, wanted] of Object.entries(deadlines ?? {})) {
    const deadline = standing.deadlines.find((other) => other.id === id);
    found.push(...checkDeadline(`deadlines/${id}`, wanted, deadline));
  }
  return found;
}

/** What the law makes of the facts of a case. */
export function standingOfCase(one: Case, statute: Statute, hourOf?: Law['hourOf']): Standing {
  const read = parseOverrides(one.overrides ?? {});
  if ('errors' in read) throw new Error(`${one.id}: ${JSON.stringify(read.errors)}`);
  const law: Law = {
    statute,
    overrides: read.overrides,
    feeCategory: one.feeCategory ?? null,
    track: one.track ?? null,
    ...(hourOf && { hourOf }),
  };
  return standingOn(readClock(asRecorded(one.facts), law), day(one.asOf));
}

function seenIn(standing: Standing, one: Case): Omit<Required<Case['expect']>, 'deadlines' | 'feesSay'> {
  const of = (kind: Consequence['kind']): Consequence[] => standing.consequences.filter((c) => c.kind === kind);
  const others = standing.consequences.filter(({ kind }) => kind !== 'may-sue' && kind !== 'fees-barred');
  return {
    status: standing.status,
    outcome: standing.outcome,
    maySue: of('may-sue').map(spanOf),
    feesBarred: of('fees-barred')[0]?.from ?? null,
    follows: others.map((consequence) => `${consequence.kind} ${spanOf(consequence)}`),
    anomalies: standing.anomalies.map((anomaly) => `${anomaly.kind}:${anomaly.statusChangeId}`),
    openMatters: standing.openMatters.map((matter) => matter.kind),
    estimate: standing.estimate?.date as string,
    filedOn: standing.filedOn as string,
    closedOn: standing.closedOn as string,
    reopened: standing.reopened?.statusChangeId as string,
    turnsOn: standing.turnsOn,
    next: standing.nextStatusChanges.slice(0, one.expect.next?.length),
  };
}

function checkDeadline(at: string, wanted: ExpectedDeadline | null, deadline: Deadline | undefined): Difference[] {
  if (!wanted) return deadline ? [{ at, expected: null, found: deadline.dueOn }] : [];
  if (!deadline) return [{ at, expected: 'a deadline', found: 'none of this id' }];
  const { says, otherReadings, remaining, mustArriveBy, ...plain } = wanted;
  const found = Object.entries(plain).flatMap(([key, expected]) =>
    differ(`${at}/${key}`, expected, deadline[key as keyof Deadline]),
  );
  if (remaining !== undefined) found.push(...differ(`${at}/remaining`, remaining, deadline.remaining?.count));
  if (mustArriveBy) found.push(...differ(`${at}/mustArriveBy`, mustArriveBy, deadline.mustArriveBy));
  if (otherReadings) {
    const read = Object.fromEntries(deadline.otherReadings.map((r) => [r.policy, r.dueOn]));
    found.push(...differ(`${at}/otherReadings`, sorted(otherReadings), sorted(read)));
  }
  const text = says ? explainDeadline(deadline) : '';
  return [
    ...found,
    ...(says ?? []).flatMap((words) =>
      text.includes(words) ? [] : [{ at: `${at}/says`, expected: words, found: text }],
    ),
  ];
}

function differ(at: string, expected: unknown, found: unknown): Difference[] {
  return JSON.stringify(expected) === JSON.stringify(found) ? [] : [{ at, expected, found }];
}

function sorted(readings: Record<string, string | null>): [string, string | null][] {
  return Object.entries(readings).sort(([a], [b]) => (a < b ? -1 : 1));
}

function spanOf({ from, until, issue }: Consequence): string {
  return `${from}${until ? `/${until}` : ''}${issue ? ` (${issue})` : ''}`;
}
