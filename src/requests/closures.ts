import type { Scope } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import type { Closure } from '../law/closures.ts';
import { daysBetween } from '../law/plain-date.ts';
import type { Statute } from '../law/statute.ts';
import type { Citation } from '../law/terms.ts';
import { statutes } from '../law/statutes/all.ts';
import type { Instant } from '../now.ts';
import { doesNotFit } from './facts.ts';

/** Three years: a longer stretch is a law of its own. */
const LONGEST_DAYS = 1100;

/** A closure as the desk knows it. */
export interface KnownClosure extends Closure {
  id: string;
  jurisdiction: string | null;
  statuteId: string | null;
  recordedAt: Instant;
  withdrawnAt: Instant | null;
}

/** Every closure that was ever entered, in the order of that. */
export type Closures = readonly KnownClosure[];

interface Row extends Omit<KnownClosure, 'from' | 'to' | 'cites' | 'statuteId' | 'recordedAt' | 'withdrawnAt'> {
  from_on: KnownClosure['from'];
  to_on: KnownClosure['to'];
  cites: string;
  statute_id: string | null;
  recorded_at: Instant;
  withdrawn_at: Instant | null;
}

/** Both tables only grow, so that their counts and newest rows tell whether anything was added, by whatever process. */
const NEWEST = `SELECT (SELECT count(*) FROM law_event) AS events, (SELECT max(id) FROM law_event) AS event,
  (SELECT count(*) FROM law_event_withdrawal) AS withdrawals, (SELECT max(event_id) FROM law_event_withdrawal) AS withdrawal`;

let known: { newest: string; closures: Closures } | null = null;

/** All closures: read again only when there are more than the last time. */
export async function loadClosures(scope: Scope): Promise<Closures> {
  const [row] = await sql<Record<string, unknown>>(scope, NEWEST);
  const newest = JSON.stringify(row);
  if (known?.newest === newest) return known.closures;
  const rows = await sql<Row>(
    scope,
    `SELECT e.id, e.jurisdiction, e.statute_id, e.from_on, e.to_on, e.effect, e.says, e.cites, e.recorded_at,
       w.withdrawn_at
     FROM law_event e LEFT JOIN law_event_withdrawal w ON w.event_id = e.id ORDER BY e.id`,
  );
  known = { newest, closures: rows.map(toClosure) };
  return known.closures;
}

function toClosure(row: Row): KnownClosure {
  const { id, jurisdiction, effect, says } = row;
  return {
    id,
    jurisdiction,
    statuteId: row.statute_id,
    from: row.from_on,
    to: row.to_on,
    effect,
    says,
    cites: JSON.parse(row.cites) as Citation,
    recordedAt: row.recorded_at,
    withdrawnAt: row.withdrawn_at,
  };
}

/** What holds under a law: today, or by what the desk knew at a moment. */
export function closuresUnder(statute: Statute, closures: Closures, knownAt?: Instant): Closure[] {
  return closures
    .filter((one) => holds(one, knownAt) && isUnder(one, statute))
    .map(({ from, to, effect, says, cites }) => ({ from, to, effect, says, cites }));
}

/** The ids of the laws under which a closure holds. A jurisdiction means itself: a state is not shut with its country. */
export function statutesUnder(closure: Pick<KnownClosure, 'jurisdiction' | 'statuteId'>): string[] {
  return statutes.filter((statute) => isUnder(closure, statute)).map(({ id }) => id);
}

function isUnder({ jurisdiction, statuteId }: Pick<KnownClosure, 'jurisdiction' | 'statuteId'>, statute: Statute) {
  return statuteId === null ? statute.jurisdiction === jurisdiction : statute.id === statuteId;
}

function holds({ recordedAt, withdrawnAt }: KnownClosure, knownAt: Instant | undefined): boolean {
  if (knownAt === undefined) return withdrawnAt === null;
  return recordedAt <= knownAt && (withdrawnAt === null || withdrawnAt > knownAt);
}

/** Throws `does-not-fit` on a stretch that is none, or too long. `at` is where it stands in the input. */
export function checkDays({ from, to }: Pick<Closure, 'from' | 'to'>, at: string): void {
  if (to < from) throw doesNotFit(`${at}/to`, `is before from, ${from}`);
  if (daysBetween(from, to) >= LONGEST_DAYS)
    throw doesNotFit(`${at}/to`, `must be within ${LONGEST_DAYS} days from from`);
}
