import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { v7 } from 'uuid';
import type { Config } from '../config.ts';
import type { Database, Tx } from '../database/database.ts';
import { DeskError } from '../errors.ts';
import type { Now } from '../now.ts';
import { ApiKey } from './api-key.entity.ts';
import { addKey, freshKey, isLive, matches, partsOf } from './keys.ts';
import { User } from './user.entity.ts';

export const OWNER_KEY_FILE = 'owner-key';

export interface Owner {
  userId: string;
  /** The key, only when it was made just now: shown once on the console. */
  freshKey?: string;
}

/**
 * Makes sure that somebody can come in: on an empty desk it makes the first owner, with OWNER_KEY or with a fresh key
 * kept in `DATA_DIR/owner-key`. Later it only adds OWNER_KEY for the owner when that has changed.
 */
export async function ensureOwner(database: Database, config: Config, now: Now): Promise<Owner> {
  const empty = await database.read(async (scope) => (await scope.em.count(User)) === 0);
  // On disk before it is in the database: a crash in between must not leave an owner whose key nobody has.
  const fresh = empty && !config.ownerKey ? await intendKey(config.dataDir) : undefined;
  const owner = await database.write(async (tx): Promise<Owner> => {
    const first = await firstOwner(tx);
    if (!first) return makeOwner(tx, config, fresh, now);
    if (config.ownerKey) await addIfNew(tx, first, config.ownerKey, now);
    return { userId: first.id };
  });
  await settleKey(config.dataDir);
  return owner;
}

/** The oldest owner who is not disabled; null when the desk has no users at all. */
async function firstOwner(tx: Tx): Promise<User | null> {
  const owners = tx.em.createQueryBuilder(User, 'user').where({ role: 'owner' });
  const active = await owners.andWhere('user.disabledAt IS NULL').orderBy('user.id').getOne();
  if (active || (await tx.em.count(User)) === 0) return active;
  throw new DeskError('conflict', 'Every owner of this desk is disabled.', {
    hint: 'Add one: foia-desk user add --role owner',
  });
}

async function makeOwner(tx: Tx, config: Config, fresh: string | undefined, now: Now): Promise<Owner> {
  const at = now.instant();
  const user: User = {
    id: v7(),
    name: config.ownerName,
    email: config.ownerEmail.toLowerCase(),
    role: 'owner',
    timeZone: config.timeZone,
    createdAt: at,
    updatedAt: at,
    disabledAt: null,
    notifications: null,
    version: 1,
  };
  await tx.em.insert(User, user);
  const label = config.ownerKey ? 'OWNER_KEY' : 'first key';
  await addKey(tx, { userId: user.id, label, createdBy: null, text: config.ownerKey ?? fresh }, at);
  return { userId: user.id, freshKey: fresh };
}

async function addIfNew(tx: Tx, owner: User, text: string, now: Now): Promise<void> {
  const { lookup } = partsOf(text)!;
  const existing = await tx.em.findOneBy(ApiKey, { lookup });
  if (!existing) {
    await addKey(tx, { userId: owner.id, label: 'OWNER_KEY', createdBy: null, text }, now.instant());
    return;
  }
  if (matches(existing, text) && isLive(existing, now.instant())) return;
  throw new DeskError('conflict', 'OWNER_KEY has the id of a key that is revoked, expired or has another secret.', {
    hint: 'Choose another id: the part between the two underscores.',
  });
}

/** A key that is going to be the owner's; the one already written if another process or an earlier start was faster. */
async function intendKey(dataDir: string): Promise<string> {
  const path = intended(dataDir);
  try {
    const key = freshKey();
    await writeFile(path, `${key}\n`, { mode: 0o600, flag: 'wx', flush: true });
    return key;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const key = (await readFile(path, 'utf8')).trim();
  if (partsOf(key)) return key;
  await rm(path);
  return intendKey(dataDir);
}

async function settleKey(dataDir: string): Promise<void> {
  try {
    await rename(intended(dataDir), join(dataDir, OWNER_KEY_FILE));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

function intended(dataDir: string): string {
  return join(dataDir, `${OWNER_KEY_FILE}.new`);
}
