import { randomUUID } from 'node:crypto';
import Database from 'better-sqlite3';

/**
 * What a recompute must write at the least: for each request its row, its deadlines and the date that moved, in a
 * transaction of its own. Reads the history, reads no law. Requests a second.
 */
export function rewrite(file, most) {
  const db = new Database(file);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  const requests = db.prepare('SELECT id FROM request LIMIT ?').pluck().all(most);
  const history = db.prepare('SELECT body FROM status_change WHERE request_id = ? ORDER BY sequence');
  const row = db.prepare('SELECT standing, glance, turns_at, next_due_on FROM request WHERE id = ?');
  const deadlines = db.prepare('SELECT * FROM request_deadline WHERE request_id = ?');
  const update = db.prepare(
    'UPDATE request SET standing = ?, glance = ?, turns_at = ?, next_due_on = ?, version = version + 1 WHERE id = ?',
  );
  const save = db.prepare(
    'UPDATE request_deadline SET due_on = ?, sort_on = ?, state = ?, missed_at = ?, body = ? WHERE request_id = ? AND deadline_id = ?',
  );
  const move = db.prepare(
    `INSERT INTO deadline_move (id, request_id, deadline_id, deadline_kind, from_on, to_on, because, moved_at)
     VALUES (?, ?, ?, ?, ?, ?, 'bench', '2026-01-01T00:00:00Z')`,
  );
  const one = db.transaction((id) => {
    history.all(id).map(({ body }) => JSON.parse(body));
    const { standing, glance, turns_at: turns, next_due_on: next } = row.get(id);
    update.run(standing, glance, turns, next, id);
    for (const {
      due_on: due,
      sort_on: sort,
      state,
      missed_at: missed,
      body,
      deadline_id: deadline,
      kind,
    } of deadlines.all(id)) {
      save.run(due, sort, state, missed, body, id, deadline);
      if (kind === 'determination') move.run(randomUUID(), id, deadline, kind, due, due);
    }
  });
  const started = performance.now();
  for (const id of requests) one.immediate(id);
  const rate = requests.length / ((performance.now() - started) / 1000);
  db.close();
  return rate;
}
