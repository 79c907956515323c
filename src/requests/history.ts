import type { Scope, Tx } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import type { StatusChange } from '../law/status-change.ts';
import { type ChainedBody, seal } from './chain.ts';
import { type FreeText, isNamed, MISSING, putTexts, REDACTED, takeTexts } from './free-text.ts';

import { StatusChangeRow, StatusChangeText } from './status-change.entity.ts';

/** A recorded fact with what the chain says of it. */
export interface Entry {
  change: StatusChange;
  recordedBy: string;
  hash: string;
}

/** Facts on their way into the chain. */
export interface Appended {
  rows: StatusChangeRow[];
  texts: StatusChangeText[];
  entries: Entry[];
  head: string;
}

interface Loaded {
  request_id: string;
  body: string;
  hash: string;
  path: string | null;
  text: string | null;
}

/** The histories of these requests, each in the order of recording. One query, however many. */
export async function loadHistories(scope: Scope, requestIds: readonly string[]): Promise<Map<string, Entry[]>> {
  const found = new Map<string, Entry[]>(requestIds.map((id) => [id, []]));
  if (requestIds.length === 0) return found;
  const rows = await sql<Loaded>(
    scope,
    `SELECT s.request_id, s.body, s.hash, t.path, t.text FROM status_change s
     LEFT JOIN status_change_text t ON t.status_change_id = s.id
     WHERE s.request_id IN (:ids) ORDER BY s.request_id, s.sequence`,
    { ids: [...requestIds] },
  );
  for (const [requestId, own] of groupBy(rows, (row) => row.request_id)) found.set(requestId, toEntries(own));
  return found;
}

export async function loadHistory(scope: Scope, requestId: string): Promise<Entry[]> {
  return (await loadHistories(scope, [requestId])).get(requestId)!;
}

/** The facts alone, as the clock reads them. */
export function factsOf(entries: readonly Entry[]): StatusChange[] {
  return entries.map((entry) => entry.change);
}

/** Puts facts into canonical form and links each to the one before. Writes nothing. */
export function chainUp(
  requestId: string,
  recordedBy: string,
  previous: string,
  facts: readonly StatusChange[],
): Appended {
  const appended: Appended = { rows: [], texts: [], entries: [], head: previous };
  for (const fact of facts) {
    const { id, sequence, recordedAt, kind, on, at, ...own } = fact;
    const { payload, texts } = takeTexts(own);
    const previousHash = appended.head;
    const stamp = { id, requestId, sequence, kind, recordedAt, recordedBy, previousHash };
    const { text, hash } = seal({ ...stamp, on, ...(at !== undefined && { at }), payload });
    appended.rows.push({ ...stamp, onDay: on, at: at ?? null, body: text, hash });
    appended.texts.push(...texts.map((free: FreeText) => ({ statusChangeId: id, ...free })));
    appended.entries.push({ change: fact, recordedBy, hash });
    appended.head = hash;
  }
  return appended;
}

/** Writes them; the request's row must be locked and gets head and count from the caller. */
export async function saveFacts(tx: Tx, appended: Appended): Promise<void> {
  await tx.em.insert(StatusChangeRow, appended.rows);
  if (appended.texts.length > 0) await tx.em.insert(StatusChangeText, appended.texts);
}

/** The same of rows that are at hand, wherever they came from. */
export function entriesOf(
  rows: readonly StatusChangeRow[],
  texts: readonly Pick<StatusChangeText, 'statusChangeId' | 'path' | 'text'>[],
): Entry[] {
  const textsOf = groupBy(texts, (text) => text.statusChangeId);
  const joined = rows.flatMap(({ id, requestId, body, hash }) => {
    const own = textsOf.get(id) ?? [{ path: null, text: null }];
    return own.map(({ path, text }) => ({ request_id: requestId, body, hash, path, text }));
  });
  return toEntries(joined);
}

function toEntries(rows: readonly Loaded[]): Entry[] {
  const perFact = [...groupBy(rows, (row) => row.hash).values()].map((own) => ({
    row: own[0]!,
    body: JSON.parse(own[0]!.body) as ChainedBody,
    texts: new Map(own.filter((row) => row.path !== null).map((row) => [row.path!, row.text!])),
  }));
  const redactions = perFact.filter(({ body }) => body.kind === 'redacted').map(({ body }) => body.payload);
  return perFact.map(({ row, body, texts }) => {
    const wasRedacted = (path: string) => redactions.some((by) => by.redacts === body.id && isNamed(by, path));
    const payload = putTexts(body.payload, texts, (path) => (wasRedacted(path) ? REDACTED : MISSING));
    return { change: toFact(body, payload), recordedBy: body.recordedBy, hash: row.hash };
  });
}

function toFact(body: ChainedBody, payload: Record<string, unknown>): StatusChange {
  const { id, sequence, recordedAt, kind, on, at } = body;
  return { ...payload, id, sequence, recordedAt, kind, on, ...(at !== undefined && { at }) } as unknown as StatusChange;
}

function groupBy<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}
