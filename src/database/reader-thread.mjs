// Runs reading statements for `ReaderThread`, one after the other, on a connection of its own. Plain JavaScript, so that
// the very same file runs in tests, where nothing is compiled, and in production.
import { parentPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';

const MOST_KEPT = 100;
/** An answer that outgrew the memory would end the whole process, not just this thread. */
const MOST_ROWS = 10_000;

const database = new Database(workerData.file, { readonly: true });
const statements = new Map();
let until = Infinity;

// The driver cannot interrupt a statement: one that may take long asks this, now and then, whether it still may.
database.function('in_time', { deterministic: false, directOnly: true }, () => {
  if (performance.now() > until) throw Object.assign(new Error('The time is up.'), { code: 'TIME_IS_UP' });
  return 1;
});

function prepared(text) {
  const known = statements.get(text);
  if (known) return known;
  if (statements.size >= MOST_KEPT) statements.clear();
  const fresh = database.prepare(text);
  statements.set(text, fresh);
  return fresh;
}

function rowsOf(text, values) {
  const rows = [];
  for (const row of prepared(text).iterate(...values)) {
    if (rows.push(row) > MOST_ROWS) throw new Error(`More than ${MOST_ROWS} rows were asked for.`);
  }
  return rows;
}

parentPort.on('message', ({ text, values, limitMs }) => {
  // From here on its time runs; a thread that is just starting takes a while to come here.
  parentPort.postMessage({ begun: true });
  until = performance.now() + limitMs;
  try {
    parentPort.postMessage({ rows: rowsOf(text, values) });
  } catch (error) {
    parentPort.postMessage({ error: { message: String(error.message), code: error.code } });
  }
});
