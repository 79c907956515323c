import { createHash, randomUUID, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import Database from 'better-sqlite3';
import canonicalize from 'canonicalize';
import { calendarOf, standing } from './clock.mjs';

/**
 * The opponent: node:http and better-sqlite3 by hand, with the desk's own pragmas, file, key check and answers. It
 * reads the same rows and sends the same bytes; for a status change it chains, reads the same clock, saves standing and
 * deadlines, and commits with the same fsync. It validates nothing, plans no reminders, keeps no log and no metrics.
 * Usage: node http.mjs FILE; prints its port.
 */
const db = new Database(process.argv[2]);
db.pragma('journal_mode = WAL');
db.pragma('synchronous = FULL');
db.pragma('foreign_keys = ON');
db.pragma('recursive_triggers = ON');
db.pragma('secure_delete = ON');

const keys = db.prepare(
  'SELECT k.*, u.role, u.disabled_at FROM api_key k JOIN desk_user u ON u.id = k.user_id WHERE lookup = ?',
);
const one = db.prepare(
  'SELECT r.*, a.name AS agency_name, a.time_zone FROM request r JOIN agency a ON a.id = r.agency_id WHERE r.id = ?',
);
const page =
  db.prepare(`SELECT r.id, r.number, r.status, r.outcome, r.agency_id, a.name AS agency_name, r.statute_id, r.subject, r.tags,
  r.assignee_id, r.creator_id, r.access, r.confidential, r.tracking_numbers, r.glance, r.overdue_at, r.window_missed_at,
  r.next_due_on, r.created_at, r.updated_at
  FROM request r JOIN agency a ON a.id = r.agency_id WHERE r.status = ? ORDER BY r.created_at DESC, r.id DESC LIMIT ?`);
const history = db.prepare(`SELECT body, hash FROM status_change WHERE request_id = ? ORDER BY sequence`);
const append = db.prepare('INSERT INTO status_change VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
const update =
  db.prepare(`UPDATE request SET chain_head = ?, chain_count = ?, last_fact_at = ?, status = ?, outcome = ?, standing = ?,
  glance = ?, read_on = ?, search = ?, updated_at = ?, version = version + 1 WHERE id = ?`);
const upsert = db.prepare(`INSERT INTO request_deadline VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (request_id, deadline_id) DO UPDATE SET due_on = excluded.due_on, state = excluded.state, body = excluded.body`);

const server = createServer((httpRequest, answer) => {
  const key = identify(httpRequest.headers.authorization);
  if (!key) return send(answer, 401, '{}');
  const url = new URL(httpRequest.url, 'http://bare');
  const [, , , , id, what] = url.pathname.split('/');
  if (httpRequest.method === 'POST')
    return read(httpRequest, (body) => send(answer, 201, record(id, key, JSON.parse(body))));
  if (id && !what) return send(answer, 200, view(one.get(id)));
  send(answer, 200, list(url.searchParams));
});
server.listen(0, '127.0.0.1', () => console.log(server.address().port));

function identify(authorization = '') {
  const [, lookup, secret] = authorization.slice(7).split('_');
  const key = keys.get(lookup);
  if (!key || key.revoked_at || key.expires_at || key.disabled_at) return null;
  const given = createHash('sha256')
    .update(authorization.slice(7 + 4 + lookup.length))
    .digest();
  return secret && timingSafeEqual(given, Buffer.from(key.secret_hash, 'hex')) ? key : null;
}

function read(httpRequest, then) {
  const chunks = [];
  httpRequest.on('data', (chunk) => chunks.push(chunk)).on('end', () => then(Buffer.concat(chunks)));
}

function send(answer, status, text) {
  answer.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': Buffer.byteLength(text),
  });
  answer.end(text);
}

function head(row) {
  const now = new Date().toISOString();
  return {
    id: row.id,
    number: row.number,
    agency: { id: row.agency_id, name: row.agency_name },
    statute: { id: row.statute_id, name: 'Freedom of Information Act' },
    subject: row.subject,
    description: row.description,
    tags: JSON.parse(row.tags),
    assigneeId: row.assignee_id,
    creatorId: row.creator_id,
    access: row.access,
    confidential: Boolean(row.confidential),
    requester: row.requester && JSON.parse(row.requester),
    feeCategory: row.fee_category,
    feeLimit: row.fee_limit && JSON.parse(row.fee_limit),
    related: JSON.parse(row.related),
    overdue: row.overdue_at !== null && row.overdue_at <= now,
    windowMissed: row.window_missed_at !== null && row.window_missed_at <= now,
    nextDueOn: row.next_due_on,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    version: row.version,
  };
}

function view(row) {
  const rest = row.standing.replace(/^\{"statute":"[^"]*","asOf":"[^"]*",/, '');
  return `${JSON.stringify({ ...head(row), asOf: today() }).slice(0, -1)},${rest}`;
}

function list(query) {
  const limit = Number(query.get('limit'));
  const rows = page.all(query.get('status'), limit + 1);
  const now = new Date().toISOString();
  const items = rows.slice(0, limit).map((row) => ({
    id: row.id,
    number: row.number,
    status: row.status,
    outcome: row.outcome,
    agency: { id: row.agency_id, name: row.agency_name },
    statute: { id: row.statute_id, name: 'Freedom of Information Act' },
    subject: row.subject,
    tags: JSON.parse(row.tags),
    assigneeId: row.assignee_id,
    creatorId: row.creator_id,
    access: row.access,
    confidential: Boolean(row.confidential),
    trackingNumbers: JSON.parse(row.tracking_numbers),
    deadlines: JSON.parse(row.glance),
    overdue: row.overdue_at !== null && row.overdue_at <= now,
    windowMissed: row.window_missed_at !== null && row.window_missed_at <= now,
    nextDueOn: row.next_due_on,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }));
  const last = items.at(-1);
  const cursor = Buffer.from(JSON.stringify([last.createdAt, last.id])).toString('base64url');
  query.set('cursor', cursor);
  return JSON.stringify({ items, next: rows.length > limit ? `/api/v1/requests?${query}` : null });
}

function record(requestId, key, given) {
  db.exec('BEGIN IMMEDIATE');
  const row = one.get(requestId);
  const facts = history.all(requestId).map(({ body }) => toFact(JSON.parse(body)));
  const at = new Date().toISOString();
  const { kind, on, ...payload } = given;
  const body = {
    id: randomUUID(),
    requestId,
    sequence: row.chain_count + 1,
    kind,
    recordedAt: at,
    recordedBy: key.user_id,
    previousHash: row.chain_head,
    on,
    payload,
  };
  const text = canonicalize(body);
  const hash = createHash('sha256').update(text).digest('hex');
  const now = standing([...facts, toFact(body)], today());
  append.run(body.id, requestId, body.sequence, kind, on, null, at, key.user_id, text, row.chain_head, hash);
  const standingText = JSON.stringify(now);
  const glance = now.deadlines.map(({ id, kind: k, owedBy, dueOn, state, overdue, lateOnEveryReading }) => ({
    id,
    kind: k,
    owedBy,
    dueOn,
    state,
    overdue,
    lateOnEveryReading,
  }));
  const columns = [hash, body.sequence, at, now.status, now.outcome, standingText, JSON.stringify(glance), now.asOf];
  update.run(...columns, row.search, at, requestId);
  const before = new Map(JSON.parse(row.standing).deadlines.map((deadline) => [deadline.id, JSON.stringify(deadline)]));
  for (const deadline of now.deadlines) {
    const own = JSON.stringify(deadline);
    if (before.get(deadline.id) === own) continue;
    const due = deadline.dueOn ?? '2200-12-31';
    upsert.run(requestId, deadline.id, deadline.kind, deadline.owedBy, deadline.dueOn, due, deadline.state, null, own);
  }
  db.exec('COMMIT');
  const shown = { id: body.id, sequence: body.sequence, kind, on, recordedAt: at, hash };
  const saved = { ...row, standing: standingText, updated_at: at, version: row.version + 1 };
  const { statute: _, ...rest } = now;
  return JSON.stringify({ statusChanges: [shown], statusChange: shown, request: { ...head(saved), ...rest } });
}

function toFact({ payload, id, sequence, recordedAt, kind, on }) {
  return { ...payload, id, sequence, recordedAt, kind, on };
}

function today() {
  return calendarOf.format(Date.now());
}
