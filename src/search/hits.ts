import type { User } from '../auth/user.entity.ts';
import type { Scope } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import type { PlainDate } from '../law/plain-date.ts';
import type { StatusChangeKind } from '../law/status-change.ts';
import { visibleInSql } from '../requests/access.ts';
import type { Query } from './query.ts';
import type { SearchHit } from './search.dto.ts';
import { pageTexts } from '../reading/pages.ts';
import { snippetOf } from './snippet.ts';
import { type EntryKind, textOfDocument, textOfRequest, textsOfStatusChanges } from './texts.ts';

/** An entry with what is shown of it. */
export interface Row {
  id: number;
  kind: EntryKind;
  subject_id: string;
  page: number;
  request_id: string;
  number: string;
  subject: string;
  description: string;
  tracking_numbers: string;
  agency_id: string;
  agency_name: string;
  filename: string | null;
  label: string | null;
  sha256: string | null;
  media_type: string | null;
  released_on: PlainDate | null;
  received_on: PlainDate | null;
  change_kind: StatusChangeKind | null;
  on_day: PlainDate | null;
  note: string | null;
}

/**
 * These entries in their order, each with its text as it is now. Asks once more who may see them, and what has gone
 * since they were found is left out.
 */
export async function load(scope: Scope, user: User, ids: readonly number[]): Promise<{ row: Row; text: string }[]> {
  if (ids.length === 0) return [];
  const visible = visibleInSql(user, 'r');
  const rows = await sql<Row>(
    scope,
    `SELECT e.id, e.kind, e.subject_id, e.page, r.id AS request_id, r.number, r.subject, r.description, r.tracking_numbers,
       a.id AS agency_id, a.name AS agency_name, d.filename, d.label, d.sha256, b.media_type, d.released_on, d.received_on,
       s.kind AS change_kind, s.on_day, n.text AS note
     FROM search_entry e JOIN request r ON r.id = e.request_id JOIN agency a ON a.id = r.agency_id
     LEFT JOIN document d ON d.id = e.subject_id LEFT JOIN blob b ON b.sha256 = d.sha256
     LEFT JOIN status_change s ON s.id = e.subject_id LEFT JOIN note n ON n.id = e.subject_id
     WHERE e.id IN (:ids) AND NOT e.gone AND ${visible.where}`,
    { ids: [...ids], ...visible.parameters },
  );
  const texts = await textsOf(scope, rows);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    const text = texts.get(id);
    return row && text !== undefined ? [{ row, text }] : [];
  });
}

async function textsOf(scope: Scope, rows: readonly Row[]): Promise<Map<number, string>> {
  const texts = new Map<number, string>();
  const facts = rows.filter((row) => row.kind === 'status-change').map((row) => row.subject_id);
  const ofFacts = facts.length > 0 ? await textsOfStatusChanges(scope, facts) : new Map<string, string>();
  const pages = new Map<string, Map<number, string>>();
  for (const { subject_id: id, sha256 } of rows.filter((row) => row.kind === 'page')) {
    const numbers = rows.filter((row) => row.subject_id === id).map((row) => row.page);
    if (sha256 !== null && !pages.has(id)) pages.set(id, await pageTexts(scope, { id, sha256 }, numbers));
  }
  for (const row of rows) {
    const text = {
      page: () => pages.get(row.subject_id)?.get(row.page),
      document: () =>
        row.filename === null ? undefined : textOfDocument({ label: row.label, filename: row.filename }),
      request: () => textOfRequest({ ...row, trackingNumbers: JSON.parse(row.tracking_numbers) as string[] }),
      'status-change': () => ofFacts.get(row.subject_id),
      note: () => row.note ?? undefined,
    }[row.kind]();
    if (text !== undefined) texts.set(row.id, text);
  }
  return texts;
}

export async function toHit({ row, text }: { row: Row; text: string }, query: Query): Promise<SearchHit> {
  const isPage = row.kind === 'page';
  return {
    kind: row.kind,
    request: {
      id: row.request_id,
      number: row.number,
      subject: row.subject,
      agency: { id: row.agency_id, name: row.agency_name },
    },
    document:
      isPage || row.kind === 'document'
        ? {
            id: row.subject_id,
            filename: row.filename!,
            label: row.label,
            mediaType: row.media_type!,
            releasedOn: row.released_on,
            receivedOn: row.received_on,
          }
        : null,
    page: isPage ? row.page : null,
    statusChange: row.change_kind ? { id: row.subject_id, kind: row.change_kind, on: row.on_day! } : null,
    noteId: row.kind === 'note' ? row.subject_id : null,
    snippet: await snippetOf(text, query),
    url: urlOf(row),
  };
}

function urlOf({ kind, request_id: requestId, subject_id: subjectId, page }: Row): string {
  if (kind === 'page') return `/api/v1/documents/${subjectId}/pages/${page}`;
  if (kind === 'document') return `/api/v1/documents/${subjectId}`;
  const part = { request: '', 'status-change': '/timeline', note: '/notes' }[kind];
  return `/api/v1/requests/${requestId}${part}`;
}
