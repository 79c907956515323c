import pg from 'pg';
import { SMTPServer } from 'smtp-server';
import { freePort } from '../test/support/servers.mjs';
import { api, startDesk } from './desk.mjs';

export const KEY = 'fd_benchbench_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa';
const PEOPLE_OF_ONE_REQUEST = 10;
const LOT = 50_000;

/** A new database on the server, with its schema and one owner; `work` is given what it needs to fill it. */
export async function newDesk(settings, serverUrl, name, work) {
  const client = new pg.Client({ connectionString: `${serverUrl}/postgres` });
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  const port = await freePort();
  const env = {
    ...settings,
    PORT: String(port),
    DATABASE_URL: `${serverUrl}/${name}`,
    OWNER_KEY: KEY,
    RUN_JOBS: 'false',
  };
  const desk = await startDesk(env);
  const database = new pg.Client({ connectionString: env.DATABASE_URL });
  await database.connect();
  try {
    await work(port, database);
    await database.query('ANALYZE');
  } finally {
    await database.end();
    await desk.stop();
  }
  return env;
}

/** So many requests, which remind nobody of anything by themselves. */
export async function quietRequests(port, database, many) {
  const agency = await api(port, KEY, 'POST', '/agencies', { name: 'Bench Agency', statute: 'us-foia' });
  const ids = [];
  for (let left = many; left > 0; left -= 20) {
    const lot = Array.from({ length: Math.min(20, left) }, (_, n) =>
      api(port, KEY, 'POST', '/requests', {
        agencyId: agency.id,
        subject: `Request ${left - n}`,
        description: 'All records.',
        statusChanges: [{ kind: 'filed', on: '2026-06-01', channel: 'email' }],
      }),
    );
    ids.push(...(await Promise.all(lot)).map((request) => request.id));
  }
  await database.query(`UPDATE reminder SET state = 'cancelled', reason = 'bench' WHERE state = 'planned'`);
  return ids;
}

/** People where it is noon, each with one reminder of their own; ten people on one request. `dueAt` gives SQL for the n-th. */
export async function remindersOfTheirOwn(port, database, many, dueAt) {
  const requests = await quietRequests(port, database, many / PEOPLE_OF_ONE_REQUEST);
  const now = new Date().toISOString();
  await database.query(
    `INSERT INTO desk_user (id, name, email, role, time_zone, created_at, updated_at, version)
     SELECT 'u' || n, 'Person ' || n, 'person' || n || '@bench.example', 'editor', $1, $2, $2, 1
     FROM generate_series(1, ${many}) n`,
    [zoneAtNoon(), now],
  );
  await storeReminders(database, 'r', requests, many, dueAt, (n) => `'u' || ${n}`);
}

/** Rows of reminders as a plan leaves them; `sendAt` and `recipient` give SQL for the n-th. */
export async function storeReminders(database, prefix, requests, many, sendAt, recipient) {
  for (let from = 1; from <= many; from += LOT) {
    await database.query(
      `INSERT INTO reminder (id, request_id, rung, rung_key, send_at, channel, recipient_id, state, text, created_by, planned_at)
       SELECT '${prefix}' || n, ($1::text[])[1 + n % ${requests.length}], 'own', '${prefix}-' || n, ${sendAt('n')}, 'email',
         ${recipient('n')}, 'planned', 'Call the agency.', ${recipient('n')}, $2
       FROM generate_series(${from}, ${Math.min(many, from + LOT - 1)}) n`,
      [requests, new Date(Date.now() - 60_000).toISOString()],
    );
  }
}

/** SQL for an instant, `seconds` from now; `seconds` may be SQL itself. */
export function instantIn(seconds) {
  return `to_char((now() + interval '1 second' * (${seconds})) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

/** Reminders are sent by day only. */
function zoneAtNoon() {
  const ahead = 12 - new Date().getUTCHours();
  return ahead === 0 ? 'Etc/UTC' : `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
}

/** A mail server that takes each letter `answersAfterMs` after it has come, and tells `took` whose it is. */
export async function mailReceiver() {
  let [answersAfterMs, begun, took] = [0, () => {}, () => {}];
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    maxClients: 400,
    onData: (stream, session, done) => {
      begun();
      stream.resume();
      stream.on('end', () => setTimeout(() => (took(session.envelope.rcptTo[0].address), done()), answersAfterMs));
    },
  });
  await new Promise((go) => server.listen(0, '127.0.0.1', go));
  return {
    url: `smtp://127.0.0.1:${server.server.address().port}`,
    /** Letters a second from the first to the last of `many`. */
    rateOf: (many, ms) =>
      new Promise((settle) => {
        let [started, left] = [undefined, many];
        answersAfterMs = ms;
        begun = () => (started ??= performance.now());
        took = () => --left === 0 && settle(many / ((performance.now() - started) / 1000));
      }),
    /** When each of `many` came, by address. */
    timesOf: (many) =>
      new Promise((settle) => {
        const times = new Map();
        answersAfterMs = 0;
        took = (address) => {
          times.set(address, Date.now());
          if (times.size === many) settle(times);
        };
      }),
    stop: () => new Promise((go) => server.close(go)),
  };
}
