import { createHash } from 'node:crypto';
import canonical from 'canonicalize';
import type { Scope } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { digestOf, digestsIn, isNamed } from './free-text.ts';
import type { Request } from './request.entity.ts';

/** What a chained row says, before it is put into canonical form. */
export interface ChainedBody {
  requestId: string;
  sequence: number;
  id: string;
  kind: string;
  on: string;
  at?: string;
  recordedAt: string;
  recordedBy: string;
  /** The kind's own fields; free texts are `{digest}`. */
  payload: Record<string, unknown>;
  previousHash: string;
}

// The package is CommonJS whose types claim a default export that Node does not see.
const canonicalize = canonical as unknown as (input: unknown) => string | undefined;

/** The hash before the first fact of a request. */
export const GENESIS = '0'.repeat(64);

/** RFC 8785 canonical JSON, and the SHA-256 of exactly that text. */
export function seal(body: ChainedBody): { text: string; hash: string } {
  const text = canonicalize(body);
  if (text === undefined) throw new Error('A status change cannot be written as JSON.');
  return { text, hash: hashOf(text) };
}

export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** One thing that is wrong with a history. `redacted` is none: it is named so that nobody takes it for damage. */
export interface ChainFault {
  fault: 'hash' | 'gap' | 'row' | 'head' | 'text' | 'missing-text' | 'redacted';
  requestId: string;
  sequence?: number;
  says: string;
}

/** A row of `status_change`, or one made of a history that came from elsewhere. */
export interface ChainedRow {
  id: string;
  sequence: number;
  kind: string;
  on_day: string;
  at: string | null;
  recorded_at: string;
  recorded_by: string;
  body: string;
  previous_hash: string;
  hash: string;
}

export interface TextRow {
  status_change_id: string;
  path: string;
  salt: string;
  text: string;
}

/**
 * Walks one request's history: every hash, the sequence, the request row's head and count, every free text against its
 * digest. An empty list means that nothing was changed, taken out or cut off.
 */
export async function verifyChain(
  scope: Scope,
  request: Pick<Request, 'id' | 'number' | 'chainHead' | 'chainCount'>,
): Promise<ChainFault[]> {
  const rows = await sql<ChainedRow>(
    scope,
    `SELECT id, sequence, kind, on_day, at, recorded_at, recorded_by, body, previous_hash, hash
     FROM status_change WHERE request_id = :id ORDER BY sequence`,
    { id: request.id },
  );
  const texts = await sql<TextRow>(
    scope,
    `SELECT t.status_change_id, t.path, t.salt, t.text FROM status_change_text t
     JOIN status_change s ON s.id = t.status_change_id WHERE s.request_id = :id`,
    { id: request.id },
  );
  return faultsIn(rows, texts, request);
}

/** The same of a history that is at hand, wherever it came from. */
export function faultsIn(
  rows: ChainedRow[],
  texts: TextRow[],
  request: Pick<Request, 'id' | 'number' | 'chainHead' | 'chainCount'>,
): ChainFault[] {
  return [...walk(rows, request.id), ...checkHead(rows, request), ...checkTexts(rows, texts, request.id)];
}

function walk(rows: ChainedRow[], requestId: string): ChainFault[] {
  const faults: ChainFault[] = [];
  let previous = GENESIS;
  let expected = 1;
  for (const row of rows) {
    const at = { requestId, sequence: row.sequence };
    if (row.sequence !== expected) {
      faults.push({ fault: 'gap', ...at, says: `fact ${expected} is missing: the next one is ${row.sequence}` });
    }
    if (hashOf(row.body) !== row.hash) {
      faults.push({ fault: 'hash', ...at, says: `fact ${row.sequence} is not what was hashed` });
    }
    if (row.previous_hash !== previous) {
      faults.push({ fault: 'hash', ...at, says: `fact ${row.sequence} does not follow the one before it` });
    }
    const differing = columnsThatDiffer(row, requestId);
    if (differing.length > 0) {
      faults.push({
        fault: 'row',
        ...at,
        says: `fact ${row.sequence}: ${differing.join(', ')} differ from what was hashed`,
      });
    }
    previous = row.hash;
    expected = row.sequence + 1;
  }
  return faults;
}

function columnsThatDiffer(row: ChainedRow, requestId: string): string[] {
  const body = bodyOf(row);
  if (!body) return ['body'];
  const pairs: [string, unknown, unknown][] = [
    ['requestId', body.requestId, requestId],
    ['sequence', body.sequence, row.sequence],
    ['id', body.id, row.id],
    ['kind', body.kind, row.kind],
    ['on', body.on, row.on_day],
    ['at', body.at ?? null, row.at],
    ['recordedAt', body.recordedAt, row.recorded_at],
    ['recordedBy', body.recordedBy, row.recorded_by],
    ['previousHash', body.previousHash, row.previous_hash],
  ];
  return pairs.filter(([, hashed, stored]) => hashed !== stored).map(([name]) => name);
}

function checkHead(
  rows: ChainedRow[],
  request: Pick<Request, 'id' | 'number' | 'chainHead' | 'chainCount'>,
): ChainFault[] {
  const head = rows.at(-1)?.hash ?? GENESIS;
  if (head === request.chainHead && rows.length === request.chainCount) return [];
  const says = `the history of ${request.number} was cut or added to: ${rows.length} facts are stored, ${request.chainCount} were recorded`;
  return [{ fault: 'head', requestId: request.id, says }];
}

function checkTexts(rows: ChainedRow[], texts: TextRow[], requestId: string): ChainFault[] {
  const faults: ChainFault[] = [];
  const stored = new Map(texts.map((text) => [`${text.status_change_id} ${text.path}`, text]));
  const redactions = rows.filter((row) => row.kind === 'redacted').map((row) => bodyOf(row)?.payload);
  for (const row of rows) {
    for (const { path, digest } of digestsIn(bodyOf(row)?.payload ?? {})) {
      const at = { requestId, sequence: row.sequence };
      const text = stored.get(`${row.id} ${path}`);
      if (text && digestOf(text.salt, text.text) === digest) continue;
      if (text) {
        faults.push({ fault: 'text', ...at, says: `the ${path} of fact ${row.sequence} is not what was recorded` });
        continue;
      }
      const redacted = redactions.some((by) => by?.redacts === row.id && isNamed(by, path));
      faults.push({
        fault: redacted ? 'redacted' : 'missing-text',
        ...at,
        says: `the ${path} of fact ${row.sequence} ${redacted ? 'was redacted' : 'is gone, and nobody redacted it'}`,
      });
    }
  }
  return faults;
}

function bodyOf(row: ChainedRow): ChainedBody | null {
  try {
    return JSON.parse(row.body) as ChainedBody;
  } catch {
    return null;
  }
}
