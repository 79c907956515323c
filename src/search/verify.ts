import type { Scope } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { SHOWN_PAGES } from '../reading/pages.ts';
import { DOCUMENTS, NOTES, REQUESTS, stateOf, STATUS_CHANGES } from './make-index.ts';
import type { SearchIndex } from './search-index.ts';
import { INDEX_DOCUMENT } from './search-follower.ts';

/** Pages of read documents, but for those whose job is still to run. */
const PAGES = `SELECT 1 FROM ${SHOWN_PAGES} JOIN document d ON p.sha256 = d.sha256
  WHERE NOT EXISTS (SELECT 1 FROM search_entry e WHERE e.subject_id = d.id AND e.page = p.number AND NOT e.gone)
  AND NOT EXISTS (
    SELECT 1 FROM job j WHERE j.kind = :kind AND j.subject_id = d.id AND j.state IN ('waiting', 'leased'))`;

/** What can be found although it is no more. */
const STRAYS = `SELECT 1 FROM search_entry e WHERE NOT e.gone AND NOT CASE e.kind
  WHEN 'request' THEN EXISTS (SELECT 1 FROM request r WHERE r.id = e.subject_id)
  WHEN 'document' THEN EXISTS (SELECT 1 FROM document d WHERE d.id = e.subject_id)
  WHEN 'note' THEN EXISTS (SELECT 1 FROM note n WHERE n.id = e.subject_id)
  WHEN 'status-change' THEN EXISTS (SELECT 1 FROM status_change_text t WHERE t.status_change_id = e.subject_id)
  ELSE EXISTS (SELECT 1 FROM ${SHOWN_PAGES} JOIN document d ON p.sha256 = d.sha256
               WHERE d.id = e.subject_id AND p.number = e.page) END`;

/** Where the search index does not fit what it is about, in words. Nothing is said of one that is just being made. */
export async function verifyIndex(scope: Scope, index: SearchIndex): Promise<string[]> {
  if ((await stateOf(scope)) !== 'made') return [];
  const count = async (rows: string) => {
    const parameters = { after: '', kind: INDEX_DOCUMENT };
    const [row] = await sql<{ count: number | string }>(
      scope,
      `SELECT count(*) AS count FROM (${rows}) rows`,
      parameters,
    );
    return Number(row!.count);
  };
  const lacking: [number, string][] = [
    [await count(REQUESTS), 'requests'],
    [await count(STATUS_CHANGES), 'status changes'],
    [await count(NOTES), 'notes'],
    [await count(DOCUMENTS), 'documents'],
    [await count(PAGES), 'pages'],
  ];
  const says = lacking.filter(([n]) => n > 0).map(([n, of]) => `${n} ${of} are not in the search index`);
  const strays = await count(STRAYS);
  if (strays > 0) says.push(`${strays} things in the search index are no more`);
  const [entries, words] = [await count('SELECT 1 FROM search_entry'), await index.count(scope)];
  if (entries !== words) says.push(`the search index lists ${entries} things and holds the words of ${words}`);
  return says.map((one) => `${one}: run foia-desk reindex`);
}
