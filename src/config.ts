import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import type { Allowed } from './http/addresses.ts';
import { type Lane, lanes } from './jobs/lanes.ts';
import { SettingReader } from './setting-reader.ts';

const MIB = 1024 * 1024;

/** Every setting of the desk, checked. Read once at start; nothing else in `src` looks at the environment. */
export interface Config {
  /** The address to listen on. Anything but 127.0.0.1 lets other machines in: put TLS in front. */
  host: string;
  /** 0: one that is free. */
  port: number;
  /** Where people reach the desk: links in messages and relative answers start here. */
  publicUrl: string;
  /** SQLite's file, released files, the outbox and the owner's key live here. */
  dataDir: string;
  /** PostgreSQL instead of SQLite. */
  databaseUrl?: string;
  /**
   * Redis as the doorbell of jobs, which then run through BullMQ in any number of `worker` processes:
   * `redis://:password@host:6379/0`, or `rediss://…` for TLS.
   */
  redisUrl?: string;
  /** A file with the certificates (PEM) by which Redis is known, when its own is signed by none that the system trusts. */
  redisTlsCa?: string;
  /** Stands before all keys in Redis, so that several desks may share one. */
  redisPrefix: string;
  /** The server that sends mail. Without it messages become files in `outbox/`. */
  smtpUrl?: string;
  /** How many messages all processes together hand to the mail server in a minute, the rest later; 0: as many as there are. */
  smtpMaxPerMinute: number;
  /** Whom mail comes from. */
  mailFrom: string;
  /** The first owner's API key, instead of a fresh one. */
  ownerKey?: string;
  /** Where reminders for the first owner go. */
  ownerEmail: string;
  /** What the first owner is called. */
  ownerName: string;
  /** Zone of the first owner, and of users who name none. */
  timeZone: string;
  /** Who may see a request that says nothing of it. */
  newRequests: 'everyone' | 'members';
  /** The largest file one may attach, in bytes. */
  maxUploadBytes: number;
  /** Released files go into this bucket instead of onto the disk. Give the desk one of its own, or a prefix of its own. */
  s3Bucket?: string;
  /** Where the bucket is, when it is not at AWS: `https://s3.example.org`. */
  s3Endpoint?: string;
  /** Stands before all keys in the bucket. */
  s3Prefix: string;
  s3Region: string;
  /** Without it, credentials are looked for where the AWS SDK looks: environment, profile, machine. */
  s3AccessKeyId?: string;
  s3SecretAccessKey?: string;
  /** Whether the bucket's name stands in the path (`true`) or in the host's name. */
  s3PathStyle: boolean;
  /** Lets a scraper read `/metrics`; without it only an owner's key does. */
  metricsToken?: string;
  /** How much the log tells. */
  logLevel: string;
  /** Whether `serve` runs jobs itself. */
  runJobs: boolean;
  /** How many jobs one process runs at once in each lane: reading, mail, chat, webhooks, everything else. */
  jobConcurrency: number;
  /**
   * Which lanes this process runs, all when not said: for instance `reading` for a worker that only reads files, and
   * `desk,mail,chat,webhook` for those beside it. What no process runs, waits.
   */
  jobLanes: readonly Lane[];
  /** How often due reminders and jobs are looked for. */
  sweepMs: number;
  /** After so long without a sweep by any process `/readyz` answers 503. */
  sweepAlarmMs: number;
  /**
   * Called (GET) after sweeps that went well, at most once a minute: whoever watches it raises the alarm when the calls
   * stop. It may lie in your own network.
   */
  heartbeatUrl?: string;
  /** How long a process may hold a job without a sign of life before another takes it. */
  leaseMs: number;
  /** Calls per minute for one key. */
  rateLimit: number;
  /** How long the reading of one file may take, without OCR. */
  readMs: number;
  /** How long OCR of one page may take. */
  ocrPageMs: number;
  /** How much memory the process may take in which a file is read. */
  readMemoryBytes: number;
  /** How many pages of one file are read. */
  readMaxPages: number;
  /** How many files one process reads at once; 0: one for each core. */
  readAtOnce: number;
  /** What OCR expects when nobody says it, as Tesseract names languages: `eng`, `deu+eng`. */
  ocrLanguage: string;
  /** How much room the images of pages may take that are kept for the next who looks. */
  renderedBytes: number;
  /**
   * Hosts that are not public and that the desk may call all the same, for webhooks and chat: names, addresses and
   * ranges, with a port or without, such as `hooks.newsroom.lan,10.0.0.0/8,127.0.0.1:8065`.
   */
  outgoingAllow: readonly Allowed[];
  /** How often the webhooks at one host are called in a minute by one process, the rest later; 0: as often as there is cause. */
  webhookMaxPerMinute: number;
  /** For how many days events, and deliveries that have ended, are kept. */
  eventDays: number;
}

/** A start that cannot succeed: all faults at once, each with what would be accepted. */
export class ConfigError extends Error {
  constructor(readonly faults: string[]) {
    super(`The settings do not fit:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

type Environment = Record<string, string | undefined>;

/** Reads the settings from `env`. Throws `ConfigError` naming every fault. */
export function readConfig(env: Environment = process.env): Config {
  const read = new SettingReader(env);
  const host = read.text('HOST', '127.0.0.1');
  const port = read.integer('PORT', 3000, 0, 65_535);
  const config: Config = {
    host,
    port,
    publicUrl:
      read.url('PUBLIC_URL', ['http:', 'https:']) ?? `http://${host === '0.0.0.0' ? 'localhost' : host}:${port}`,
    dataDir: resolve(read.text('DATA_DIR', 'data')),
    databaseUrl: read.url('DATABASE_URL', ['postgres:', 'postgresql:']),
    redisUrl: read.url('REDIS_URL', ['redis:', 'rediss:']),
    redisTlsCa: read.file('REDIS_TLS_CA'),
    redisPrefix: read.text('REDIS_PREFIX', 'foia-desk'),
    smtpUrl: read.url('SMTP_URL', ['smtp:', 'smtps:']),
    smtpMaxPerMinute: read.integer('SMTP_MAX_PER_MINUTE', 0, 0, 1_000_000),
    mailFrom: read.address('MAIL_FROM', 'foia-desk@localhost'),
    ownerKey: read.key('OWNER_KEY'),
    ownerEmail: read.address('OWNER_EMAIL', 'owner@localhost'),
    ownerName: read.text('OWNER_NAME', 'Owner'),
    timeZone: read.zone('TIME_ZONE', 'America/New_York'),
    newRequests: read.oneOf('NEW_REQUESTS', ['everyone', 'members'] as const, 'everyone'),
    maxUploadBytes: read.integer('MAX_UPLOAD_BYTES', 2 * 1024 ** 3, 1, Number.MAX_SAFE_INTEGER),
    s3Bucket: read.bucket('S3_BUCKET'),
    s3Endpoint: read.url('S3_ENDPOINT', ['http:', 'https:']),
    s3Prefix: read.prefix('S3_PREFIX', 'files'),
    s3Region: read.text('S3_REGION', 'us-east-1'),
    s3AccessKeyId: read.secret('S3_ACCESS_KEY_ID', 1),
    s3SecretAccessKey: read.secret('S3_SECRET_ACCESS_KEY', 1),
    s3PathStyle: read.oneOf('S3_PATH_STYLE', ['true', 'false'] as const, 'true') === 'true',
    metricsToken: read.secret('METRICS_TOKEN', 16),
    logLevel: read.oneOf('LOG_LEVEL', ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const, 'info'),
    runJobs: read.oneOf('RUN_JOBS', ['true', 'false'] as const, 'true') === 'true',
    jobConcurrency: read.integer('JOB_CONCURRENCY', 20, 1, 200),
    jobLanes: read.someOf('JOB_LANES', lanes),
    sweepMs: read.integer('SWEEP_SECONDS', 15, 1, 3600) * 1000,
    sweepAlarmMs: read.integer('SWEEP_ALARM_MINUTES', 10, 1, 1440) * 60_000,
    heartbeatUrl: read.callable('HEARTBEAT_URL'),
    leaseMs: read.integer('LEASE_SECONDS', 60, 3, 3600) * 1000,
    rateLimit: read.integer('RATE_LIMIT', 600, 1, 1_000_000),
    readMs: read.integer('READ_SECONDS', 60, 1, 3600) * 1000,
    ocrPageMs: read.integer('OCR_PAGE_SECONDS', 120, 1, 3600) * 1000,
    readMemoryBytes: read.integer('READ_MEMORY_MIB', 1024, 256, 65_536) * MIB,
    readMaxPages: read.integer('READ_MAX_PAGES', 20_000, 1, 1_000_000),
    readAtOnce: read.integer('READ_AT_ONCE', 0, 0, 200) || availableParallelism(),
    ocrLanguage: read.language('OCR_LANGUAGE', 'eng'),
    renderedBytes: read.integer('RENDERED_MIB', 1024, 0, 1_048_576) * MIB,
    outgoingAllow: read.hosts('OUTGOING_ALLOW'),
    webhookMaxPerMinute: read.integer('WEBHOOK_MAX_PER_MINUTE', 0, 0, 1_000_000),
    eventDays: read.integer('EVENT_DAYS', 90, 1, 3650),
  };
  checkStore(config, read.faults);
  checkRedis(config, read.faults);
  if (read.faults.length > 0) throw new ConfigError(read.faults);
  return config;
}

/** A certificate that nobody would look at. */
function checkRedis({ redisUrl, redisTlsCa }: Config, faults: string[]): void {
  if (redisTlsCa !== undefined && !redisUrl?.startsWith('rediss:')) {
    faults.push('REDIS_TLS_CA needs a REDIS_URL that starts with rediss://.');
  }
}

/** Settings of a bucket that would be without effect, or half of a pair. */
function checkStore({ s3Bucket, s3Endpoint, s3AccessKeyId, s3SecretAccessKey }: Config, faults: string[]): void {
  if (!s3Bucket && (s3Endpoint || s3AccessKeyId || s3SecretAccessKey)) {
    faults.push(
      'S3_ENDPOINT, S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY need S3_BUCKET: without it files stay on the disk.',
    );
  }
  if (!s3AccessKeyId !== !s3SecretAccessKey) {
    faults.push('S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY belong together: set both, or neither.');
  }
}

/** What a process may know that opens files from strangers: where programs and the languages of OCR lie; no setting, no secret. */
export function bareEnvironment({ PATH, TESSDATA_PREFIX }: Environment = process.env): Environment {
  // A language of its own would change how it reads dates and numbers.
  return { PATH, TESSDATA_PREFIX, LANG: 'C.UTF-8' };
}
