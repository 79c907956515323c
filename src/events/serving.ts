import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { User } from '../auth/user.entity.ts';
import type { Config } from '../config.ts';
import { CONFIG } from '../core.module.ts';
import { Database, type Scope, type Tx } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { DeskError } from '../errors.ts';
import { Outgoing } from '../http/outgoing.ts';
import { hostOnly, withoutSecrets } from '../http/without-secrets.ts';
import { messageOf } from '../jobs/execute.ts';
import { Jobs } from '../jobs/jobs.service.ts';
import type { JobHandler, Lease } from '../jobs/lease.ts';
import { type Instant, Now, shift } from '../now.ts';
import { Where } from '../requests/where.ts';
import { Endings } from './endings.ts';
import { TOUCHED } from './event-types.ts';
import { bodyOf, readEvents } from './event-view.ts';
import { FanOut, SERVE_WEBHOOK, serving } from './fan-out.ts';
import { signedHeaders } from './signature.ts';
import { Turnstile } from './turnstile.ts';
import { Webhook, WebhookDelivery } from './webhook.entity.ts';
import type { Attempt } from './webhook-schedule.ts';

/** One run of an endpoint's job lasts about so long, then others have their turn. */
const SHIFT_MS = 20_000;
const MOST_RESPONSE = 1000;
/** How long an endpoint waits that finds no place. */
const FULL_MS = 5000;

/**
 * Sends what is due to one endpoint, one delivery after the other: an endpoint has one job at a time, so that one
 * which is slow or dead takes one place among all the desk's jobs, and rests after each failure.
 */
@Injectable()
export class Serving implements JobHandler, OnModuleInit {
  readonly #turnstile: Turnstile;

  constructor(
    @Inject(CONFIG) { jobConcurrency, webhookMaxPerMinute }: Config,
    @Inject(Database) private readonly database: Database,
    @Inject(Jobs) private readonly jobs: Jobs,
    @Inject(Now) private readonly now: Now,
    @Inject(Outgoing) private readonly outgoing: Outgoing,
    @Inject(FanOut) private readonly fanOut: FanOut,
    @Inject(Endings) private readonly endings: Endings,
  ) {
    this.#turnstile = new Turnstile(Math.max(1, Math.floor(jobConcurrency / 2)), webhookMaxPerMinute);
  }

  onModuleInit(): void {
    this.jobs.register(SERVE_WEBHOOK, this);
  }

  async run(lease: Lease): Promise<void> {
    const webhook = await this.database.read((scope) => scope.em.findOneBy(Webhook, { id: lease.subjectId }));
    if (!webhook) return;
    const leave = this.#turnstile.enter(hostOnly(webhook.url), webhook.failures > 0);
    if (!leave) {
      const runAt = shift(this.now.instant(), FULL_MS);
      return this.database.write((tx) => lease.putOff(tx, runAt));
    }
    try {
      await this.#shift(lease);
    } finally {
      leave();
    }
  }

  /** Deliveries come from a table that fills the job anew. */
  dropped(): Promise<void> {
    throw new DeskError('conflict', 'What is due to a webhook would bring its job back. Disable the webhook instead.', {
      accepted: ['PATCH /webhooks/:id {"disabled": true}'],
    });
  }

  async about(scope: Scope, webhookId: string): Promise<string | null> {
    const webhook = await scope.em.findOneBy(Webhook, { id: webhookId });
    return webhook && `What is due to the webhook at ${hostOnly(webhook.url)}`;
  }

  async #shift(lease: Lease): Promise<void> {
    const until = performance.now() + SHIFT_MS;
    let notBefore = '';
    while (performance.now() < until) {
      const due = await this.database.read((scope) => nextDue(scope, lease.subjectId, this.now.instant()));
      if (!due) break;
      const delivery = await this.#asItMayGo(due.delivery);
      if (!delivery) continue;
      const wait = this.#turnstile.call(hostOnly(due.webhook.url), this.now.instant());
      if (wait > 0) {
        notBefore = shift(this.now.instant(), wait);
        break;
      }
      await lease.check();
      const attempt = await this.#attempt(due.webhook, delivery, lease.signal);
      // Told to stop in its midst: whether it arrived nobody knows, so it goes again under the same id.
      if (lease.signal.aborted) return;
      await this.endings.record(due.webhook, delivery, attempt);
    }
    await this.database.write((tx) => this.#handOn(tx, lease, notBefore));
  }

  /** Under the endpoint's lock, so that what is handed to it meanwhile finds either this job or the next. */
  async #handOn(tx: Tx, lease: Lease, notBefore: Instant | ''): Promise<void> {
    const webhook = await lockWebhook(tx, lease.subjectId);
    await lease.done(tx);
    if (!webhook || webhook.state !== 'enabled' || !(await ownerOf(tx, webhook))) return;
    const [row] = await sql<{ next: Instant | null }>(
      tx,
      `SELECT min(next_try_at) AS next FROM webhook_delivery WHERE webhook_id = :id AND state = 'waiting'`,
      { id: webhook.id },
    );
    if (!row?.next) return;
    const runAt = [row.next, webhook.restsUntil ?? '', notBefore].reduce((a, b) => (a > b ? a : b));
    await this.jobs.add(tx, serving(webhook.id, runAt, webhook.failures > 0));
  }

  /** A body that waited says no more than may be said by now: its request may have become confidential. */
  async #asItMayGo(delivery: WebhookDelivery): Promise<WebhookDelivery | null> {
    if (delivery.requestId === null || delivery.type === TOUCHED) return delivery;
    const where = new Where({ where: 'e.id = :id', parameters: { id: delivery.eventId } });
    const [event] = await this.database.read((scope) => readEvents(scope, where, 'e.number', 1));
    if (!event) {
      await this.endings.drop(delivery, 'Its event is not kept any more.');
      return null;
    }
    if (!event.confidential) return delivery;
    const body = bodyOf(event, this.fanOut.urlOf);
    await this.endings.reword(delivery, TOUCHED, body);
    return { ...delivery, type: TOUCHED, body };
  }

  async #attempt(webhook: Webhook, delivery: WebhookDelivery, signal: AbortSignal): Promise<Attempt> {
    const { body, eventId } = delivery;
    const secrets = [webhook.url, webhook.secret, webhook.previousSecret];
    const clean = (text: string) => withoutSecrets(text, secrets, MOST_RESPONSE) || null;
    try {
      const headers = signedHeaders(webhook, eventId, body, this.now.instant());
      const answer = await this.outgoing.post(webhook.url, { headers, body, signal });
      const isGood = answer.status >= 200 && answer.status < 300;
      const error = isGood ? null : `It answered ${answer.status}.`;
      return { status: answer.status, retryAfter: answer.retryAfter, error, response: clean(answer.body) };
    } catch (error) {
      return { status: null, retryAfter: null, error: clean(messageOf(error)) ?? 'No answer.', response: null };
    }
  }
}

/** The delivery that has been due longest, unless the endpoint is disabled, rests, or nobody stands behind it. */
async function nextDue(
  scope: Scope,
  webhookId: string,
  now: Instant,
): Promise<{ webhook: Webhook; delivery: WebhookDelivery } | null> {
  const webhook = await scope.em.findOneBy(Webhook, { id: webhookId, state: 'enabled' });
  if (!webhook || (webhook.restsUntil ?? '') > now || !(await ownerOf(scope, webhook))) return null;
  const delivery = await scope.em
    .createQueryBuilder(WebhookDelivery, 'delivery')
    .where("delivery.webhookId = :webhookId AND delivery.state = 'waiting'", { webhookId })
    .andWhere('delivery.nextTryAt <= :now', { now })
    .orderBy('delivery.nextTryAt')
    .addOrderBy('delivery.id')
    .limit(1)
    .getOne();
  return delivery && { webhook, delivery };
}

/** The active owner of the desk who stands behind an endpoint; null when they are that no more. */
export async function ownerOf(scope: Scope, webhook: Pick<Webhook, 'ownerId'>): Promise<User | null> {
  const owner = await scope.em.findOneBy(User, { id: webhook.ownerId, role: 'owner' });
  return owner && owner.disabledAt === null ? owner : null;
}

export async function lockWebhook(tx: Tx, id: string): Promise<Webhook | null> {
  const query = tx.em.createQueryBuilder(Webhook, 'webhook').where('webhook.id = :id', { id });
  if (tx.engine === 'postgres') query.setLock('pessimistic_write');
  return query.getOne();
}
