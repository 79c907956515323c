import { randomBytes, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { v7 } from 'uuid';
import { isAtLeast } from '../auth/guard.ts';
import { User } from '../auth/user.entity.ts';
import type { Config } from '../config.ts';
import { CONFIG, LOG } from '../core.module.ts';
import { Database, type Scope, type Tx } from '../database/database.ts';
import { DeskError, notFound } from '../errors.ts';
import type { Call } from '../http/once.ts';
import { type Page, pageOf, toPage } from '../http/page.ts';
import { isId } from '../http/validators.ts';
import type { Log } from '../log.ts';
import { type Instant, msBetween, Now } from '../now.ts';
import { hashOf } from '../requests/chain.ts';
import { Feed } from './feed.entity.ts';
import { type FeedsQuery, type FeedView, type NewFeedDto, type NewFeedView, toFeedView } from './feeds.dto.ts';

const SECRET_BYTES = 32;
const SECRET_SHAPE = /^[A-Za-z0-9_-]{43}$/;
const MOST_FEEDS = 50;
const NOTE_USE_EVERY_MS = 15 * 60 * 1000;

/** Ways in for calendar programs: added, revoked, and opened by their secret. */
@Injectable()
export class FeedsService implements OnModuleDestroy {
  /** Uses that are being noted. */
  readonly #noting = new Map<string, Promise<void>>();

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(Now) private readonly now: Now,
    @Inject(LOG) private readonly log: Log,
  ) {}

  async list(call: Call, me: User, query: FeedsQuery): Promise<Page<FeedView>> {
    const userId = query.userId ?? me.id;
    if (userId !== me.id && !isAtLeast(me, 'owner')) {
      throw new DeskError('forbidden', "Other people's feeds are for owners.");
    }
    const { limit, after } = pageOf(query, 1);
    const rows = await this.database.read((scope) => {
      const feeds = scope.em
        .createQueryBuilder(Feed, 'feed')
        .where({ userId })
        .orderBy('feed.id')
        .take(limit + 1);
      return (after ? feeds.andWhere('feed.id > :after', { after: after[0] }) : feeds).getMany();
    });
    return toPage(call, limit, rows, (feed) => [feed.id], toFeedView);
  }

  async add(tx: Tx, me: User, given: NewFeedDto): Promise<NewFeedView> {
    const { scope, tag = null, label = null } = given;
    if ((scope === 'tag') !== (tag !== null)) {
      const detail = scope === 'tag' ? 'must say which tag' : 'goes with the scope tag alone';
      throw new DeskError('does-not-fit', `tag ${detail}.`, { errors: [{ pointer: '/tag', detail }] });
    }
    if ((await tx.em.countBy(Feed, { userId: me.id, revokedAt: IsNull() })) >= MOST_FEEDS) {
      throw new DeskError('conflict', `You have ${MOST_FEEDS} feeds already: revoke one that is not used.`);
    }
    const secret = randomBytes(SECRET_BYTES).toString('base64url');
    const createdAt = this.now.instant();
    const feed: Feed = {
      ...{ id: v7(), userId: me.id, scope, tag, label, secretHash: hashOf(secret) },
      ...{ createdAt, lastUsedAt: null, revokedAt: null },
    };
    await tx.em.insert(Feed, feed);
    return { ...toFeedView(feed), url: `${this.config.publicUrl}/f/${feed.id}/${secret}.ics` };
  }

  async revoke(tx: Tx, me: User, id: string): Promise<void> {
    const feed = await findFeed(tx, id);
    if (!feed || (feed.userId !== me.id && !isAtLeast(me, 'owner'))) throw notFound('feed');
    if (feed.revokedAt === null) await tx.em.update(Feed, { id }, { revokedAt: this.now.instant() });
  }

  /** The feed that this secret opens, and its person; null for all else. Read anew at each call. */
  async open(id: string, secret: string): Promise<{ feed: Feed; user: User } | null> {
    if (!SECRET_SHAPE.test(secret)) return null;
    const given = Buffer.from(hashOf(secret));
    const found = await this.database.read(async (scope) => {
      const feed = await findFeed(scope, id);
      const user = feed && (await scope.em.findOneBy(User, { id: feed.userId }));
      return user ? { feed, user } : null;
    });
    if (!found || !timingSafeEqual(given, Buffer.from(found.feed.secretHash))) return null;
    if (found.feed.revokedAt !== null || found.user.disabledAt !== null) return null;
    this.#noteUse(found.feed, this.now.instant());
    return found;
  }

  /** Waits for what is still being noted; the database closes after this. */
  async onModuleDestroy(): Promise<void> {
    await Promise.all(this.#noting.values());
  }

  /** Outside the call's path and only every few minutes: reading must not become writing. */
  #noteUse({ id, lastUsedAt }: Feed, now: Instant): void {
    if (this.#noting.has(id)) return;
    if (lastUsedAt !== null && msBetween(lastUsedAt, now) < NOTE_USE_EVERY_MS) return;
    const noting = this.database
      .write((tx) => tx.em.update(Feed, { id }, { lastUsedAt: now }))
      .then(
        () => undefined,
        (error: unknown) => this.log.warn({ error: String(error) }, 'The last use of a feed could not be noted.'),
      )
      .finally(() => this.#noting.delete(id));
    this.#noting.set(id, noting);
  }
}

async function findFeed(scope: Scope, id: string): Promise<Feed | null> {
  return isId(id) ? scope.em.findOneBy(Feed, { id }) : null;
}
