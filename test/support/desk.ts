import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from '../../src/app.ts';
import { ensureOwner } from '../../src/auth/owner.ts';
import { type Config, readConfig } from '../../src/config.ts';
import { Database } from '../../src/database/database.ts';
import type { Engine } from '../../src/database/engine.ts';
import { migrate } from '../../src/database/migrate.ts';
import { sql } from '../../src/database/sql.ts';
import { JobExecutor } from '../../src/jobs/execute.ts';
import { lanes } from '../../src/jobs/lanes.ts';
import { Sweep } from '../../src/jobs/sweep.ts';
import { FixedNow } from './fixed-now.ts';
import { dropPostgresDatabase, newMigratedPostgresDatabase } from './postgres.ts';

/** The owner's API key in every test. */
export const OWNER_KEY = 'fd_testowner_0123456789abcdefghijklmnopqrstuv';

export interface DeskOptions {
  engine: Engine;
  /** Stands at noon in New York on 1 June 2026 when not said. */
  now?: FixedNow;
  /** Settings as `npm start` would read them, for instance `SMTP_URL`. */
  env?: Record<string, string>;
  /**
   * Whether files are read as they come, as on any desk. Else they wait until `readFiles`: a test that only attaches
   * something need not wait for a process that opens it.
   */
  reads?: boolean;
}

export interface CallOptions {
  /** The owner's when not said; null for none. */
  key?: string | null;
  headers?: Record<string, string>;
}

export interface Answer {
  status: number;
  /** By lower-case name. */
  headers: Record<string, string>;
  /** JSON when the answer says so, text when it says so, else a Buffer. */
  body: any;
}

export interface Desk {
  url: string;
  config: Config;
  app: NestFastifyApplication;
  /** The owner's API key. */
  key: string;
  now: FixedNow;
  /** Where mail goes without SMTP_URL. */
  outbox: string;
  /** `/requests` means `/api/v1/requests`; paths with `/api/` and those of the probes, docs, permalinks and feeds stay as they are. */
  call(method: string, path: string, body?: unknown, options?: CallOptions): Promise<Answer>;
  /** Runs one whole sweep, and waits until the jobs that are due have ended too. */
  sweep(): Promise<void>;
  /** Reads the files that wait to be read now, as a worker of the lane `reading` does. */
  readFiles(): Promise<void>;
  /** Stops the app and removes everything it kept. */
  stop(): Promise<void>;
}

/** The whole app as `serve` builds it, on a port of its own, with an empty database and one owner. */
export async function startDesk(options: DeskOptions): Promise<Desk> {
  const now = options.now ?? new FixedNow();
  const dataDir = await mkdtemp(join(tmpdir(), 'foia-desk-'));
  const migrated = (url: string) => migrate({ dataDir, databaseUrl: url }, now);
  const databaseUrl = options.engine === 'postgres' ? await newMigratedPostgresDatabase(migrated) : undefined;
  const config = readConfig({
    PORT: '0',
    PUBLIC_URL: 'http://desk.test',
    DATA_DIR: dataDir,
    DATABASE_URL: databaseUrl,
    OWNER_KEY,
    OWNER_EMAIL: 'owner@desk.test',
    LOG_LEVEL: process.env.TEST_LOG ?? 'silent',
    // Tests sweep when they mean to, and call as fast as they can.
    SWEEP_SECONDS: '3600',
    RATE_LIMIT: '1000000',
    ...(options.reads ? {} : { JOB_LANES: lanes.filter((lane) => lane !== 'reading').join(',') }),
    ...options.env,
  });
  await migrate(config, now);
  const app = await createApp(config, { now });
  await ensureOwner(app.get(Database), config, now);
  await app.listen(0, '127.0.0.1');
  const url = `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`;
  return {
    url,
    config,
    app,
    key: OWNER_KEY,
    now,
    outbox: join(dataDir, 'outbox'),
    call: (method, path, body, how) => callAt(url, OWNER_KEY, method, path, body, how),
    sweep: async () => {
      const sweep = app.get(Sweep, { strict: false });
      await sweep.now();
      await sweep.settle();
    },
    readFiles: async () => {
      const executor = app.get(JobExecutor, { strict: false });
      for (const id of await filesToRead(app.get(Database))) await executor.one(id);
    },
    stop: async () => {
      await app.close();
      if (databaseUrl) await dropPostgresDatabase(databaseUrl);
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function filesToRead(database: Database): Promise<string[]> {
  const rows = await database.read((scope) =>
    sql<{ id: string }>(scope, `SELECT id FROM job WHERE lane = 'reading' AND state = 'waiting' ORDER BY id`),
  );
  return rows.map(({ id }) => id);
}

const AS_IT_IS = /^\/(api|docs|livez|readyz|metrics|d|f)\b/;

/** One HTTP call: what is not bytes, text or a form goes as JSON. */
export async function callAt(
  url: string,
  ownerKey: string,
  method: string,
  path: string,
  body?: unknown,
  options: CallOptions = {},
): Promise<Answer> {
  const headers = new Headers(options.headers);
  const key = options.key === undefined ? ownerKey : options.key;
  if (key !== null && !headers.has('authorization')) headers.set('authorization', `Bearer ${key}`);
  const asItIs = body === undefined || typeof body === 'string' || body instanceof FormData || ArrayBuffer.isView(body);
  if (!asItIs || (typeof body === 'string' && !headers.has('content-type'))) {
    headers.set('content-type', headers.get('content-type') ?? 'application/json');
  }
  const response = await fetch(`${url}${AS_IT_IS.test(path) ? '' : '/api/v1'}${path}`, {
    method,
    headers,
    body: asItIs ? (body as RequestInit['body']) : JSON.stringify(body),
    redirect: 'manual',
  });
  return { status: response.status, headers: Object.fromEntries(response.headers), body: await bodyOf(response) };
}

async function bodyOf(response: Response): Promise<unknown> {
  const bytes = Buffer.from(await response.arrayBuffer());
  const type = response.headers.get('content-type') ?? '';
  if (/[/+]json\b/.test(type)) return bytes.length === 0 ? undefined : (JSON.parse(bytes.toString('utf8')) as unknown);
  return /^text\//.test(type) ? bytes.toString('utf8') : bytes;
}
