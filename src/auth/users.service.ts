import { Inject, Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { Config } from '../config.ts';
import { CONFIG } from '../core.module.ts';
import { Database, type Scope, type Tx } from '../database/database.ts';
import { isDuplicate } from '../database/engine.ts';
import { DeskError, notFound } from '../errors.ts';
import { checkVersion, stale } from '../http/etag.ts';
import { type Page, type PageQuery, pageOf, toPage } from '../http/page.ts';
import type { Call } from '../http/once.ts';
import { type Instant, Now } from '../now.ts';
import { type NewUserDto, type NotificationsDto, toUserView, type UserChangesDto, type UserView } from './user.dto.ts';
import { type Notifications, User, usualNotifications } from './user.entity.ts';

/** The people of the desk. */
@Injectable()
export class UsersService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Now) private readonly now: Now,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async list(call: Call, query: PageQuery): Promise<Page<UserView>> {
    const { limit, after } = pageOf(query, 1);
    const rows = await this.database.read((scope) => {
      const users = scope.em
        .createQueryBuilder(User, 'user')
        .orderBy('user.id')
        .take(limit + 1);
      return (after ? users.where('user.id > :after', { after: after[0] }) : users).getMany();
    });
    return toPage(call, limit, rows, (user) => [user.id], toUserView);
  }

  async read(id: string): Promise<UserView> {
    return toUserView(await this.database.read((scope) => findUser(scope, id)));
  }

  async add(tx: Tx, given: NewUserDto): Promise<UserView> {
    return toUserView(
      await addUser(tx, { ...given, timeZone: given.timeZone ?? this.config.timeZone }, this.now.instant()),
    );
  }

  async change(tx: Tx, id: string, changes: UserChangesDto, ifMatch: string | undefined): Promise<UserView> {
    const user = await findUser(tx, id);
    checkVersion(ifMatch, user.version);
    const now = this.now.instant();
    const { disabled, notifications, ...fields } = changes;
    const next: User = { ...user, ...withoutUndefined(fields), updatedAt: now, version: user.version + 1 };
    if (notifications !== undefined) next.notifications = notificationsOf(user, notifications);
    if (disabled !== undefined) next.disabledAt = disabled ? (user.disabledAt ?? now) : null;
    if (isActiveOwner(user) && !isActiveOwner(next)) await refuseLastOwner(tx, user);
    await refuseTakenAddress(tx, next);
    // The version once more: on PostgreSQL another edit may have come between.
    const { affected } = await unique(() => tx.em.update(User, { id, version: user.version }, next));
    if (affected === 0) throw stale();
    return toUserView(next);
  }
}

export async function findUser(scope: Scope, id: string): Promise<User> {
  const user = await scope.em.findOneBy(User, { id });
  if (!user) throw notFound('user');
  return user;
}

/** Also for the command line. Throws `conflict` when somebody has the address already. */
export async function addUser(tx: Tx, given: Required<NewUserDto>, now: Instant): Promise<User> {
  const user: User = {
    id: v7(),
    name: given.name,
    email: given.email,
    role: given.role,
    timeZone: given.timeZone,
    createdAt: now,
    updatedAt: now,
    disabledAt: null,
    notifications: null,
    version: 1,
  };
  await refuseTakenAddress(tx, user);
  await unique(() => tx.em.insert(User, user));
  return user;
}

/** What is not said stays; null is as built in. */
function notificationsOf({ notifications }: User, given: NotificationsDto | null): Notifications | null {
  return given && { ...usualNotifications, ...notifications, ...withoutUndefined(given) };
}

function isActiveOwner(user: User): boolean {
  return user.role === 'owner' && user.disabledAt === null;
}

/** A desk without an owner could not be run any more. The owners' rows are locked: two might step down at once. */
async function refuseLastOwner(tx: Tx, user: User): Promise<void> {
  const owners = tx.em.createQueryBuilder(User, 'user').where("user.role = 'owner' AND user.disabledAt IS NULL");
  owners.orderBy('user.id');
  if (tx.engine === 'postgres') owners.setLock('pessimistic_write');
  const others = (await owners.getMany()).filter((owner) => owner.id !== user.id);
  if (others.length > 0) return;
  throw new DeskError('conflict', `${user.name} is the last active owner: make somebody else an owner first.`);
}

async function refuseTakenAddress(tx: Tx, user: User): Promise<void> {
  const holder = await tx.em.findOneBy(User, { email: user.email });
  if (holder && holder.id !== user.id) throw addressTaken();
}

async function unique<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    throw isDuplicate(error) ? addressTaken() : error;
  }
}

function addressTaken(): DeskError {
  return new DeskError('conflict', 'Somebody at this desk has that e-mail address already.', {
    errors: [{ pointer: '/email', detail: 'is taken' }],
  });
}

function withoutUndefined<T extends object>(fields: T): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>;
}
