import { parseJson } from '../http/json-body.ts';
import {
  type ChainedBody,
  type ChainedRow,
  type ChainFault,
  faultsIn,
  GENESIS,
  hashOf,
  seal,
  type TextRow,
} from '../requests/chain.ts';
import { digestsIn } from '../requests/free-text.ts';
import { shown } from './bag-source.ts';
import type { ReadBag } from './verify-bag.ts';

/** The history in a package, read and held against itself. */
export interface ReadHistory {
  requestId: string;
  number: string;
  head: string;
  rows: ChainedRow[];
  texts: TextRow[];
  faults: string[];
  /** Texts that were removed on the record: no faults. */
  notes: string[];
}

const FOLDER = 'data/history';

/** Walks the chain of a package: every hash, its order, its head and count, every free text against its digest. */
export function readHistory({ texts: files, info }: Pick<ReadBag, 'texts' | 'info'>): ReadHistory {
  const faults: string[] = [];
  const chain = objectIn(files, `${FOLDER}/chain.json`, faults);
  const request = objectIn(files, 'data/request.json', faults);
  const lines = linesOf(files, `${FOLDER}/status-changes.ndjson`, faults);
  const hashes = linesOf(files, `${FOLDER}/hashes.txt`, faults);
  const said = { requestId: String(chain.requestId), head: String(chain.head), count: Number(chain.count) };
  const number = String(request.number);
  const rows = lines.flatMap((line, i) => rowOf(line, hashes[i] ?? '', i, faults));
  if (hashes.length !== lines.length) faults.push(`there are ${lines.length} facts and ${hashes.length} hashes`);
  const texts = textsOf(linesOf(files, `${FOLDER}/texts.ndjson`, faults), rows, faults);
  const found = faultsIn(rows, texts, {
    id: said.requestId,
    number,
    chainHead: said.head,
    chainCount: said.count,
  });
  const isNote = ({ fault }: ChainFault) => fault === 'redacted';
  faults.push(...found.filter((one) => !isNote(one)).map(({ says }) => says));
  faults.push(...sayingsOf(chain, request, info, said));
  return {
    requestId: said.requestId,
    number,
    head: said.head,
    rows,
    texts,
    faults,
    notes: found.filter(isNote).map(({ says }) => says),
  };
}

/** A fact as its row would be; nothing when its line cannot be read. */
function rowOf(line: string, hash: string, i: number, faults: string[]): ChainedRow[] {
  const body = parsed(line) as Partial<ChainedBody> | null;
  const { id, sequence, kind, on, recordedAt, recordedBy, previousHash, at = null, payload } = body ?? {};
  const words = [id, kind, on, recordedAt, recordedBy, previousHash];
  if (!body || words.some((word) => typeof word !== 'string') || !isObject(payload) || typeof sequence !== 'number') {
    faults.push(`fact ${i + 1} cannot be read`);
    return [];
  }
  const oddity = oddityOf(body as ChainedBody, line);
  if (oddity !== null) {
    faults.push(`fact ${i + 1} ${oddity}`);
    return [];
  }
  if (hashOf(line) !== hash) faults.push(`fact ${i + 1} has another hash than hashes.txt says`);
  return [
    {
      id: id!,
      sequence,
      kind: kind!,
      on_day: on!,
      at,
      recorded_at: recordedAt!,
      recorded_by: recordedBy!,
      body: line,
      previous_hash: previousHash!,
      hash: hashOf(line),
    },
  ];
}

/** Twice the same field, or another spelling, would be read by some programs so and by others so. */
function oddityOf(body: ChainedBody, line: string): string | null {
  try {
    if (seal(body).text !== line) return 'is not written in canonical form';
    digestsIn(body.payload);
    const { fields } = body.payload;
    return fields === undefined || Array.isArray(fields) ? null : 'names its fields in no list';
  } catch {
    return 'is no fact that a desk could have recorded';
  }
}

/** The texts beside the chain, without those that say of themselves that they were redacted. */
function textsOf(lines: readonly string[], rows: readonly ChainedRow[], faults: string[]): TextRow[] {
  const known = new Set(
    rows.flatMap((row) =>
      digestsIn((JSON.parse(row.body) as ChainedBody).payload).map(({ path, digest }) => `${row.id} ${path} ${digest}`),
    ),
  );
  return lines.flatMap((line, i) => {
    const text = parsed(line);
    const at = isObject(text) ? `${String(text.statusChangeId)} ${String(text.path)} ${String(text.digest)}` : '';
    if (!isObject(text) || !known.delete(at)) {
      faults.push(`text ${i + 1} belongs to no fact, or is there twice`);
      return [];
    }
    if (text.redacted === true && text.text === undefined && text.salt === undefined) return [];
    if (typeof text.salt !== 'string' || typeof text.text !== 'string') {
      faults.push(`text ${i + 1} cannot be read`);
      return [];
    }
    const { statusChangeId, path } = text as { statusChangeId: string; path: string };
    return [{ status_change_id: statusChangeId, path, salt: text.salt, text: text.text }];
  });
}

/** Whether what is said of the chain in several places is the same everywhere. */
function sayingsOf(
  chain: Record<string, unknown>,
  request: Record<string, unknown>,
  info: ReadonlyMap<string, string>,
  said: { requestId: string; head: string; count: number },
): string[] {
  const pairs: [what: string, one: unknown, other: unknown][] = [
    ['Chain-Head in bag-info.txt', info.get('Chain-Head'), said.head],
    ['Chain-Count in bag-info.txt', info.get('Chain-Count'), String(said.count)],
    ['Internal-Sender-Identifier in bag-info.txt', info.get('Internal-Sender-Identifier'), said.requestId],
    ['External-Identifier in bag-info.txt', info.get('External-Identifier'), request.number],
    ['the id in data/request.json', request.id, said.requestId],
    ['the algorithm in chain.json', chain.algorithm, 'SHA-256'],
    ['the beginning in chain.json', chain.before, GENESIS],
  ];
  return pairs.filter(([, one, other]) => one !== other).map(([what]) => `${what} is not what the rest says`);
}

/** A JSON object of the package; empty, and a fault, when it is none. */
export function objectIn(files: ReadBag['texts'], path: string, faults: string[]): Record<string, unknown> {
  const value = parsed(files.get(path) ?? '');
  if (isObject(value)) return value;
  faults.push(`${shown(path)} cannot be read`);
  return {};
}

function linesOf(files: ReadBag['texts'], path: string, faults: string[]): string[] {
  const text = files.get(path);
  if (text === undefined) faults.push(`${shown(path)} cannot be read`);
  return (text ?? '').split('\n').slice(0, -1);
}

/** Null for what is no JSON, or is nested so deep that it is there to do harm. */
export function parsed(text: string): unknown {
  try {
    return parseJson(Buffer.from(text, 'utf8'));
  } catch {
    return null;
  }
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
