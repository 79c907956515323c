import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { v7 } from 'uuid';
import { KEY_SHAPE } from '../setting-reader.ts';
import { LOG } from '../core.module.ts';
import { Database, type Scope, type Tx } from '../database/database.ts';
import type { Caller } from '../http/caller.ts';
import type { Log } from '../log.ts';
import { type Instant, msBetween, Now } from '../now.ts';
import { sql } from '../database/sql.ts';
import { ApiKey } from './api-key.entity.ts';
import type { User } from './user.entity.ts';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';
const ID_LENGTH = 12;
const SECRET_BYTES = 32;
const NOTE_USE_EVERY_MS = 5 * 60 * 1000;

export interface NewKey {
  userId: string;
  label: string;
  createdBy: string | null;
  expiresAt?: Instant | null;
  /** A key chosen outside (OWNER_KEY) instead of a fresh one. */
  text?: string;
}

/** API keys: `fd_<id>_<secret>`. The secret has 256 random bits, so its bare SHA-256 is safe to keep. */
@Injectable()
export class Keys implements OnModuleDestroy {
  /** When this process last noted a key's use. */
  readonly #noted = new Map<string, Instant>();
  readonly #noting = new Set<Promise<void>>();

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Now) private readonly now: Now,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** Who holds this key, or null. Read anew at each call, so that a revoked key stops at once in every process. */
  async identify(text: string): Promise<Caller | null> {
    const parts = partsOf(text);
    if (!parts) return null;
    const found = await this.database.read((scope) => findWithUser(scope, parts.lookup));
    if (!found || !sameHash(hashOf(parts.secret), found.key.secretHash)) return null;
    const now = this.now.instant();
    if (!isLive(found.key, now) || found.user.disabledAt !== null) return null;
    this.#noteUse(found.key, now);
    return { user: found.user, apiKeyId: found.key.id };
  }

  /** Waits for what is still being noted; the database closes after this. */
  async onModuleDestroy(): Promise<void> {
    await Promise.all(this.#noting);
  }

  /** Outside the call's path and only every few minutes: reading must not become writing. */
  #noteUse(key: ApiKey, now: Instant): void {
    const last = this.#noted.get(key.id) ?? key.lastUsedAt;
    if (last !== null && msBetween(last, now) < NOTE_USE_EVERY_MS) return;
    this.#noted.set(key.id, now);
    const noting = this.database
      .write((tx) => tx.em.update(ApiKey, { id: key.id }, { lastUsedAt: now }))
      .then(
        () => undefined,
        (error: unknown) => this.log.warn({ error: String(error) }, 'The last use of a key could not be noted.'),
      )
      .finally(() => this.#noting.delete(noting));
    this.#noting.add(noting);
  }
}

export function isLive(key: ApiKey, now: Instant): boolean {
  return (key.revokedAt === null || key.revokedAt > now) && (key.expiresAt === null || key.expiresAt > now);
}

/** Adds a key; its text is returned here and never again. */
export async function addKey(tx: Tx, given: NewKey, now: Instant): Promise<{ key: ApiKey; text: string }> {
  const text = given.text ?? freshKey();
  const { lookup, secret } = partsOf(text)!;
  const key: ApiKey = {
    id: v7(),
    userId: given.userId,
    label: given.label,
    lookup,
    secretHash: hashOf(secret),
    createdAt: now,
    createdBy: given.createdBy,
    expiresAt: given.expiresAt ?? null,
    lastUsedAt: null,
    revokedAt: null,
  };
  await tx.em.insert(ApiKey, key);
  return { key, text };
}

/** The two halves of a key's text, or null if it does not look like one. */
export function partsOf(text: string): { lookup: string; secret: string } | null {
  if (!KEY_SHAPE.test(text)) return null;
  const [, lookup, ...secret] = text.split('_');
  return { lookup: lookup!, secret: secret.join('_') };
}

/** Whether `key` is the one that `text` spells. */
export function matches(key: ApiKey, text: string): boolean {
  const parts = partsOf(text);
  return parts !== null && key.lookup === parts.lookup && sameHash(hashOf(parts.secret), key.secretHash);
}

export function freshKey(): string {
  const id = Array.from({ length: ID_LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  return `fd_${id}_${randomBytes(SECRET_BYTES).toString('base64url')}`;
}

interface KeyRow {
  id: string;
  user_id: string;
  label: string;
  secret_hash: string;
  created_at: Instant;
  created_by: string | null;
  expires_at: Instant | null;
  last_used_at: Instant | null;
  revoked_at: Instant | null;
  name: string;
  email: string;
  role: User['role'];
  time_zone: string;
  user_created_at: Instant;
  updated_at: Instant;
  disabled_at: Instant | null;
  notifications: string | null;
  version: number;
}

/** By hand and in one statement: every call to the desk begins with it. */
async function findWithUser(scope: Scope, lookup: string): Promise<{ key: ApiKey; user: User } | null> {
  const [row] = await sql<KeyRow>(
    scope,
    `SELECT k.id, k.user_id, k.label, k.secret_hash, k.created_at, k.created_by, k.expires_at, k.last_used_at, k.revoked_at,
       u.name, u.email, u.role, u.time_zone, u.created_at AS user_created_at, u.updated_at, u.disabled_at,
       u.notifications, u.version
     FROM api_key k JOIN desk_user u ON u.id = k.user_id WHERE k.lookup = :lookup`,
    { lookup },
  );
  if (!row) return null;
  const key = {
    id: row.id,
    userId: row.user_id,
    label: row.label,
    lookup,
    secretHash: row.secret_hash,
    createdAt: row.created_at,
    createdBy: row.created_by,
    expiresAt: row.expires_at,
    lastUsedAt: row.last_used_at,
    revokedAt: row.revoked_at,
  };
  const user = {
    id: row.user_id,
    name: row.name,
    email: row.email,
    role: row.role,
    timeZone: row.time_zone,
    createdAt: row.user_created_at,
    updatedAt: row.updated_at,
    disabledAt: row.disabled_at,
    notifications: row.notifications === null ? null : (JSON.parse(row.notifications) as User['notifications']),
    version: row.version,
  };
  return { key, user };
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

function sameHash(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
