import type { Scope } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { findHolidayCalendar, useCalendars, withIncluded } from '../law/holidays/all.ts';
import type { HolidayCalendar } from '../law/holidays/holiday.ts';
import { withCalendars } from '../law/pack/lint-pack.ts';
import type { Statute } from '../law/statute.ts';
import { findStatute, useStatutes } from '../law/statutes/all.ts';
import type { Instant } from '../now.ts';
import type { LawKind } from './law-text.entity.ts';

/** What the database keeps of laws: which text is in force, and which was. */

/** The head of a text in force. */
export interface InForce {
  kind: LawKind;
  lawId: string;
  version: number;
  source: string;
  sha256: string | null;
  recordedAt: Instant;
}

/** What packs in `DATA_DIR/law` are called as sources. */
export const isOfPack = (source: string): boolean => source.startsWith('law/');

const NEWEST = `SELECT max(number) FROM law_text GROUP BY kind, law_id`;

/** The number of the newest row; 0 if there is none. */
export async function newestLawText(scope: Scope): Promise<number> {
  const [row] = await sql<{ number: number | null }>(scope, `SELECT max(number) AS number FROM law_text`);
  return Number(row?.number ?? 0);
}

/** The newest text of each law and calendar, withdrawn ones too, without the texts themselves. */
export async function headsInForce(scope: Scope): Promise<InForce[]> {
  return sql<InForce>(
    scope,
    `SELECT kind, law_id AS "lawId", version, source, sha256, recorded_at AS "recordedAt"
     FROM law_text WHERE number IN (${NEWEST}) ORDER BY kind, law_id`,
  );
}

/**
 * Lays what packs have in force over what is shipped, for this whole process, and returns the number of the newest row it
 * knows of. Called when the desk is opened and when that number has changed.
 */
export async function useLawInForce(scope: Scope): Promise<number> {
  const newest = await newestLawText(scope);
  const rows = await sql<{ kind: LawKind; body: string }>(
    scope,
    `SELECT kind, body FROM law_text WHERE number IN (${NEWEST}) AND source LIKE 'law/%' AND body IS NOT NULL`,
  );
  const of = <T>(kind: LawKind): T[] =>
    rows.filter((row) => row.kind === kind).map(({ body }) => JSON.parse(body) as T);
  useCalendars(of<HolidayCalendar>('calendar'));
  useStatutes(of<Statute>('statute'));
  return newest;
}

/** Where the text in force of a law comes from; null if none is kept yet. */
export async function sourceOf(scope: Scope, kind: LawKind, lawId: string): Promise<string | null> {
  const [row] = await sql<{ source: string }>(
    scope,
    `SELECT source FROM law_text WHERE kind = :kind AND law_id = :lawId ORDER BY version DESC LIMIT 1`,
    { kind, lawId },
  );
  return row?.source ?? null;
}

/**
 * The law as it was in force at a moment, with the calendars of that moment; before the first text that is kept, the
 * first. Where nothing has changed since, it is the very object that is in force now.
 */
export async function statuteKnownAt(scope: Scope, id: string, at: Instant): Promise<Statute | undefined> {
  const statute = await textKnownAt(scope, 'statute', id, at, findStatute(id));
  if (!statute) return undefined;
  const calendars: HolidayCalendar[] = [];
  const open = ownCalendarsOf(statute);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (calendars.some((one) => one.id === next)) continue;
    const calendar = await textKnownAt(scope, 'calendar', next, at, findHolidayCalendar(next));
    if (!calendar) continue;
    calendars.push(calendar);
    open.push(...(calendar.includes ?? []));
  }
  const changed = calendars.some((one) => one !== findHolidayCalendar(one.id));
  return changed ? withCalendars(statute, calendars) : statute;
}

async function textKnownAt<T>(
  scope: Scope,
  kind: LawKind,
  lawId: string,
  at: Instant,
  now: T | undefined,
): Promise<T | undefined> {
  const one = async (where: string, order: 'ASC' | 'DESC'): Promise<string | undefined> => {
    const [row] = await sql<{ body: string }>(
      scope,
      `SELECT body FROM law_text WHERE kind = :kind AND law_id = :lawId AND body IS NOT NULL ${where}
       ORDER BY version ${order} LIMIT 1`,
      { kind, lawId, ...(where && { at }) },
    );
    return row?.body;
  };
  const body = (await one('AND recorded_at <= :at', 'DESC')) ?? (await one('', 'ASC'));
  if (body === undefined || body === JSON.stringify(now)) return now;
  return JSON.parse(body) as T;
}

/** In words, why a law is read anew: what was changed last of it or of its calendars, and by which file. */
export async function reasonOfChange(scope: Scope, statuteId: string): Promise<string> {
  const statute = findStatute(statuteId);
  const calendars = statute ? calendarsOf(statute) : [];
  const rows = await sql<{ kind: LawKind; lawId: string; version: number; source: string; before: string | null }>(
    scope,
    `SELECT t.kind, t.law_id AS "lawId", t.version, t.source, b.source AS before FROM law_text t
     LEFT JOIN law_text b ON b.kind = t.kind AND b.law_id = t.law_id AND b.version = t.version - 1
     WHERE (t.kind = 'statute' AND t.law_id = :statuteId) OR (t.kind = 'calendar' AND t.law_id IN (:calendars))
     ORDER BY t.number DESC`,
    { statuteId, calendars },
  );
  const last = rows.find(({ source, before }) => isOfPack(source) || (before !== null && isOfPack(before)));
  if (!last) return 'the law is read anew by this release';
  const what = `the ${last.kind === 'statute' ? 'law' : 'holiday calendar'} "${last.lawId}"`;
  if (isOfPack(last.source)) return `${what} was changed by ${last.source}`;
  return `${last.before}, which had changed ${what}, was taken away`;
}

/** The ids of all calendars that a law counts by, with those that they include. */
export function calendarsOf(statute: Statute, find = findHolidayCalendar): string[] {
  return withIncluded(ownCalendarsOf(statute), find);
}

function ownCalendarsOf(statute: Statute): string[] {
  return [statute, ...(statute.earlier ?? [])].map((one) => one.calendar);
}
