import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { type Allowed, parseAllowed } from './http/addresses.ts';
import { isZone } from './zone.ts';

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
  /** Redis as the doorbell of jobs, which then run through BullMQ in any number of `worker` processes. */
  redisUrl?: string;
  /** Stands before all keys in Redis, so that several desks may share one. */
  redisPrefix: string;
  /** The server that sends mail. Without it messages become files in `outbox/`. */
  smtpUrl?: string;
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
  /** How many jobs one process runs at once. */
  jobConcurrency: number;
  /** How often due reminders and jobs are looked for. */
  sweepMs: number;
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
  const read = new Reader(env);
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
    redisPrefix: read.text('REDIS_PREFIX', 'foia-desk'),
    smtpUrl: read.url('SMTP_URL', ['smtp:', 'smtps:']),
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
    sweepMs: read.integer('SWEEP_SECONDS', 15, 1, 3600) * 1000,
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
    eventDays: read.integer('EVENT_DAYS', 90, 1, 3650),
  };
  checkStore(config, read.faults);
  if (read.faults.length > 0) throw new ConfigError(read.faults);
  return config;
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

export const KEY_SHAPE = /^fd_[a-z0-9]{8,32}_[A-Za-z0-9_-]{22,128}$/;
/** As Tesseract names languages. */
export const LANGUAGE_SHAPE = /^[a-z]{3}(_[a-z]{2,8})?(\+[a-z]{3}(_[a-z]{2,8})?){0,4}$/;
export const ADDRESS_SHAPE = /^[^\s@<>(),;:\\"[\]]+@[^\s@<>(),;:\\"[\]]+$/;

/** What a process may know that opens files from strangers: where programs and the languages of OCR lie; no setting, no secret. */
export function bareEnvironment({ PATH, TESSDATA_PREFIX }: Environment = process.env): Environment {
  // A language of its own would change how it reads dates and numbers.
  return { PATH, TESSDATA_PREFIX, LANG: 'C.UTF-8' };
}

class Reader {
  readonly faults: string[] = [];

  constructor(private readonly env: Environment) {}

  private raw(name: string): string | undefined {
    const value = this.env[name]?.trim();
    return value === '' ? undefined : value;
  }

  private fault<T>(text: string, fallback: T): T {
    this.faults.push(text);
    return fallback;
  }

  text(name: string, fallback: string): string {
    return this.raw(name) ?? fallback;
  }

  secret(name: string, least: number): string | undefined {
    const value = this.raw(name);
    if (value === undefined || value.length >= least) return value;
    return this.fault(`${name} is too short: at least ${least} characters.`, undefined);
  }

  key(name: string): string | undefined {
    const value = this.raw(name);
    if (value === undefined || KEY_SHAPE.test(value)) return value;
    return this.fault(
      `${name} does not look like fd_<id>_<secret> (id: 8–32 of a–z 0–9; secret: 22 characters or more).`,
      undefined,
    );
  }

  bucket(name: string): string | undefined {
    const value = this.raw(name);
    if (value === undefined || /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(value)) return value;
    return this.fault(`${name}=${value} is no name of a bucket: 3 to 63 of a–z 0–9 . and -.`, undefined);
  }

  /** Parts of a key between slashes, without one at either end. */
  prefix(name: string, fallback: string): string {
    const value = (this.raw(name) ?? fallback).replace(/^\/+|\/+$/g, '');
    if (/^[\w.-]+(\/[\w.-]+)*$/.test(value) || value === '') return value;
    return this.fault(`${name}=${value} is no prefix of keys: letters, digits, _ . - and / between them.`, fallback);
  }

  integer(name: string, fallback: number, least: number, most: number): number {
    const value = this.raw(name);
    if (value === undefined) return fallback;
    const number = /^\d+$/.test(value) ? Number(value) : Number.NaN;
    if (number >= least && number <= most) return number;
    return this.fault(`${name}=${value} is not a whole number from ${least} to ${most}.`, fallback);
  }

  oneOf<T extends string>(name: string, allowed: readonly T[], fallback: T): T {
    const value = this.raw(name);
    if (value === undefined) return fallback;
    if ((allowed as readonly string[]).includes(value)) return value as T;
    return this.fault(`${name}=${value} is not one of: ${allowed.join(', ')}.`, fallback);
  }

  zone(name: string, fallback: string): string {
    const value = this.raw(name) ?? fallback;
    return isZone(value)
      ? value
      : this.fault(`${name}=${value} is not an IANA time zone such as America/New_York.`, fallback);
  }

  language(name: string, fallback: string): string {
    const value = this.raw(name) ?? fallback;
    return LANGUAGE_SHAPE.test(value)
      ? value
      : this.fault(`${name}=${value} is not a language as Tesseract names it, such as eng or deu+eng.`, fallback);
  }

  address(name: string, fallback: string): string {
    const value = this.raw(name) ?? fallback;
    return ADDRESS_SHAPE.test(value) ? value : this.fault(`${name}=${value} is not a plain e-mail address.`, fallback);
  }

  hosts(name: string): Allowed[] {
    const entries = (this.raw(name) ?? '').split(',').map((entry) => entry.trim());
    return entries.filter(Boolean).flatMap((entry) => {
      const allowed = parseAllowed(entry);
      const says = `${name}: "${entry}" is no host, address or range, such as hooks.newsroom.lan, 10.0.0.0/8 or 127.0.0.1:8065.`;
      return allowed ? [allowed] : this.fault(says, []);
    });
  }

  /** Never repeats the value: these carry passwords. */
  url(name: string, schemes: string[]): string | undefined {
    const value = this.raw(name);
    if (value === undefined) return undefined;
    const fits = URL.canParse(value) && schemes.includes(new URL(value).protocol);
    if (fits) return value.replace(/\/+$/, '');
    return this.fault(`${name} is not a URL that starts with ${schemes.map((s) => `${s}//`).join(' or ')}.`, undefined);
  }
}
