import type { Scope } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import type { Request } from '../requests/request.entity.ts';

export const entryKinds = ['page', 'document', 'request', 'status-change', 'note'] as const;
export type EntryKind = (typeof entryKinds)[number];

/** What of a request is found by words. */
export function textOfRequest(
  request: Pick<Request, 'number' | 'subject' | 'description' | 'trackingNumbers'>,
): string {
  return [request.number, request.subject, ...request.trackingNumbers, request.description].join('\n');
}

/** What of a document is found by words, whether or not anything could be read in it. */
export function textOfDocument({ label, filename }: { label: string | null; filename: string }): string {
  return label === null ? filename : `${label}\n${filename}`;
}

/** The free texts of status changes, by the id of each that has any (left). */
export async function textsOfStatusChanges(scope: Scope, ids: readonly string[]): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  const rows = await sql<{ id: string; text: string }>(
    scope,
    `SELECT status_change_id AS id, text FROM status_change_text
     WHERE status_change_id IN (:ids) ORDER BY status_change_id, path`,
    { ids: [...ids] },
  );
  for (const { id, text } of rows) texts.set(id, texts.has(id) ? `${texts.get(id)}\n${text}` : text);
  return texts;
}
