import { Inject, Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { User } from '../auth/user.entity.ts';
import { Database, type Scope, type Tx } from '../database/database.ts';
import { DeskError, notFound } from '../errors.ts';
import { checkVersion, stale } from '../http/etag.ts';
import type { Call } from '../http/once.ts';
import { Outgoing } from '../http/outgoing.ts';
import { type Page, type PageQuery, pageOf, toPage } from '../http/page.ts';
import { isId } from '../http/validators.ts';
import { Jobs } from '../jobs/jobs.service.ts';
import { Now, shift } from '../now.ts';
import { PING } from './event-types.ts';
import { pingBody } from './event-view.ts';
import { FanOut, freshDelivery, serving } from './fan-out.ts';
import { lockWebhook } from './serving.ts';
import { freshSecret } from './signature.ts';
import { Webhook, WebhookDelivery } from './webhook.entity.ts';
import {
  type DeliveriesQuery,
  type DeliveryView,
  type NewWebhookDto,
  type NewWebhookView,
  toDeliveryView,
  toWebhookView,
  type WebhookChangesDto,
  type WebhookView,
} from './webhooks.dto.ts';

const DAY_S = 24 * 60 * 60;
const MOST_WEBHOOKS = 100;

/** What owners do with webhooks. */
@Injectable()
export class WebhooksService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Now) private readonly now: Now,
    @Inject(Jobs) private readonly jobs: Jobs,
    @Inject(Outgoing) private readonly outgoing: Outgoing,
    @Inject(FanOut) private readonly fanOut: FanOut,
  ) {}

  list(call: Call, query: PageQuery): Promise<Page<WebhookView>> {
    const { limit, after } = pageOf(query, 1);
    return this.database.read(async (scope) => {
      const found = scope.em
        .createQueryBuilder(Webhook, 'webhook')
        .orderBy('webhook.id')
        .limit(limit + 1);
      if (after) found.where('webhook.id > :after', { after: after[0] });
      return toPage(call, limit, await found.getMany(), (one) => [one.id], toWebhookView);
    });
  }

  async read(id: string): Promise<WebhookView> {
    return toWebhookView(await this.database.read((scope) => find(scope, id)));
  }

  async add(tx: Tx, me: User, given: NewWebhookDto): Promise<NewWebhookView> {
    this.#checkUrl(given.url);
    if ((await tx.em.count(Webhook)) >= MOST_WEBHOOKS) {
      throw new DeskError('conflict', `There are ${MOST_WEBHOOKS} webhooks already: remove one that is not used.`);
    }
    const at = this.now.instant();
    const webhook: Webhook = {
      ...{ id: v7(), url: given.url, types: given.types ?? [], tag: given.tag ?? null },
      ...{ description: given.description ?? null, ownerId: me.id, secret: freshSecret() },
      ...{ state: given.disabled ? 'disabled' : 'enabled', disabledBecause: null },
      ...{ previousSecret: null, previousUntil: null, failures: 0, restsUntil: null, lastSuccessAt: null },
      ...{ createdAt: at, updatedAt: at, version: 1 },
    };
    await tx.em.insert(Webhook, webhook);
    this.fanOut.hasWebhooks = true;
    return { ...toWebhookView(webhook), secret: webhook.secret };
  }

  async change(
    tx: Tx,
    me: User,
    id: string,
    changes: WebhookChangesDto,
    ifMatch: string | undefined,
  ): Promise<WebhookView> {
    const webhook = await this.#locked(tx, id);
    checkVersion(ifMatch, webhook.version);
    const { disabled, ...fields } = changes;
    if (fields.url !== undefined) this.#checkUrl(fields.url);
    const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
    const next: Webhook = { ...webhook, ...given, ownerId: me.id, updatedAt: this.now.instant() };
    next.version = webhook.version + 1;
    if (disabled !== undefined)
      Object.assign(next, { state: disabled ? 'disabled' : 'enabled', disabledBecause: null });
    // Whoever has put it right does not want to wait for the end of its rest.
    if (next.state === 'enabled') Object.assign(next, { failures: 0, restsUntil: null });
    const { affected } = await tx.em.update(Webhook, { id, version: webhook.version }, next);
    if (affected === 0) throw stale();
    this.fanOut.hasWebhooks ||= next.state === 'enabled';
    if (next.state === 'enabled') await this.jobs.hurry(tx, serving(id));
    return toWebhookView(next);
  }

  /** With all that was sent to it, and what waits. */
  async remove(tx: Tx, id: string): Promise<void> {
    await this.#locked(tx, id);
    await tx.em.delete(WebhookDelivery, { webhookId: id });
    await tx.em.delete(Webhook, { id });
  }

  async rotate(tx: Tx, id: string, overlapSeconds = DAY_S): Promise<NewWebhookView> {
    const webhook = await this.#locked(tx, id);
    const at = this.now.instant();
    const next: Webhook = {
      ...webhook,
      secret: freshSecret(),
      previousSecret: overlapSeconds > 0 ? webhook.secret : null,
      previousUntil: overlapSeconds > 0 ? shift(at, overlapSeconds * 1000) : null,
      updatedAt: at,
      version: webhook.version + 1,
    };
    await tx.em.update(Webhook, { id }, next);
    return { ...toWebhookView(next), secret: next.secret };
  }

  async ping(tx: Tx, id: string): Promise<DeliveryView> {
    const webhook = await this.#locked(tx, id);
    mustBeEnabled(webhook);
    const at = this.now.instant();
    const delivery = {
      ...freshDelivery(id, at),
      eventId: v7(),
      requestId: null,
      type: PING,
      body: pingBody(at),
    } as const;
    await tx.em.insert(WebhookDelivery, delivery);
    await this.#now(tx, webhook);
    return toDeliveryView(delivery);
  }

  async deliveries(call: Call, id: string, query: DeliveriesQuery): Promise<Page<DeliveryView>> {
    const { limit, after } = pageOf(query, 1);
    return this.database.read(async (scope) => {
      const { id: webhookId } = await find(scope, id);
      const found = scope.em
        .createQueryBuilder(WebhookDelivery, 'delivery')
        .where('delivery.webhookId = :webhookId', { webhookId })
        .orderBy('delivery.id', 'DESC')
        .limit(limit + 1);
      if (query.state) found.andWhere('delivery.state IN (:...states)', { states: query.state });
      if (after) found.andWhere('delivery.id < :after', { after: after[0] });
      return toPage(call, limit, await found.getMany(), (one) => [one.id], toDeliveryView);
    });
  }

  /** From the first attempt again, under the same `webhook-id`, whatever became of it before. */
  async replay(tx: Tx, id: string, deliveryId: string): Promise<DeliveryView> {
    const webhook = await this.#locked(tx, id);
    mustBeEnabled(webhook);
    const where = { id: deliveryId, webhookId: id };
    const delivery = isId(deliveryId) ? await tx.em.findOneBy(WebhookDelivery, where) : null;
    if (!delivery) throw notFound('delivery');
    const again = { state: 'waiting' as const, attempts: 0, nextTryAt: this.now.instant(), endedAt: null };
    await tx.em.update(WebhookDelivery, where, again);
    await this.#now(tx, webhook);
    return toDeliveryView({ ...delivery, ...again });
  }

  /** Somebody is watching: no rest. */
  async #now(tx: Tx, { id }: Webhook): Promise<void> {
    await tx.em.update(Webhook, { id }, { restsUntil: null });
    await this.jobs.hurry(tx, serving(id));
  }

  async #locked(tx: Tx, id: string): Promise<Webhook> {
    const webhook = isId(id) ? await lockWebhook(tx, id) : null;
    if (!webhook) throw notFound('webhook');
    return webhook;
  }

  #checkUrl(url: string): void {
    const detail = this.outgoing.refusalOf(url);
    if (detail !== null)
      throw new DeskError('does-not-fit', `url ${detail}.`, { errors: [{ pointer: '/url', detail }] });
  }
}

async function find(scope: Scope, id: string): Promise<Webhook> {
  const webhook = isId(id) ? await scope.em.findOneBy(Webhook, { id }) : null;
  if (!webhook) throw notFound('webhook');
  return webhook;
}

function mustBeEnabled({ state }: Webhook): void {
  if (state === 'enabled') return;
  throw new DeskError('conflict', 'This webhook is disabled: enable it first.', {
    accepted: ['PATCH {"disabled": false}'],
  });
}
