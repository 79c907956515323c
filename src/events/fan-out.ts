import { Inject, Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { Config } from '../config.ts';
import { CONFIG } from '../core.module.ts';
import { Database, type Scope, type Tx } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { Jobs } from '../jobs/jobs.service.ts';
import type { NewJob } from '../jobs/lease.ts';
import { PRIORITY } from '../jobs/priorities.ts';
import { type Instant, Now, shift } from '../now.ts';
import { Where } from '../requests/where.ts';
import { bodyOf, type EventRow, readEvents, toldOf } from './event-view.ts';
import { Webhook, WebhookDelivery } from './webhook.entity.ts';
import { LONGEST_PUT_OFF_MS } from './webhook-schedule.ts';

export const SERVE_WEBHOOK = 'serve-webhook';
const LOT = 200;

/** Whether an owner stands behind an endpoint; `w` is the endpoint. */
const OWNED = `EXISTS (SELECT 1 FROM desk_user u WHERE u.id = w.owner_id AND u.role = 'owner' AND u.disabled_at IS NULL)`;

/** Hands numbered events to the endpoints that asked for them: one row each, and one job for each endpoint. */
@Injectable()
export class FanOut {
  /** Other processes may have added one since: the sweep looks. */
  hasWebhooks = true;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(Database) private readonly database: Database,
    @Inject(Jobs) private readonly jobs: Jobs,
    @Inject(Now) private readonly now: Now,
  ) {}

  readonly urlOf = (requestId: string): string => `${this.config.publicUrl}/api/v1/requests/${requestId}`;

  /** Whether anybody listens; and whoever has something due and no job gets one, whatever became of the last. */
  async look(): Promise<void> {
    const at = this.now.instant();
    const enabled = await this.database.read((scope) =>
      sql(scope, `SELECT id FROM webhook WHERE state = 'enabled' LIMIT 1`),
    );
    this.hasWebhooks = enabled.length > 0;
    if (!this.hasWebhooks) return;
    await this.#recallPutOff(at);
    const idle = await this.database.read((scope) =>
      sql<{ id: string }>(
        scope,
        `SELECT w.id FROM webhook w WHERE w.state = 'enabled' AND (w.rests_until IS NULL OR w.rests_until <= :at) AND ${OWNED}
         AND EXISTS (SELECT 1 FROM webhook_delivery d WHERE d.webhook_id = w.id AND d.state = 'waiting' AND d.next_try_at <= :at)
         AND NOT EXISTS (SELECT 1 FROM job j WHERE j.kind = :kind AND j.dedupe = w.id AND j.state IN ('waiting', 'leased'))`,
        { at, kind: SERVE_WEBHOOK },
      ),
    );
    if (idle.length > 0) await this.database.write((tx) => this.jobs.add(tx, ...idle.map(({ id }) => serving(id))));
  }

  /** What rests, or waits for its next try, longer than anything may: the clock stood ahead, and was put right. */
  async #recallPutOff(at: Instant): Promise<void> {
    const tooFar = shift(at, LONGEST_PUT_OFF_MS);
    const waits = `state = 'waiting' AND next_try_at > :tooFar`;
    const found = await this.database.read((scope) =>
      sql<{ id: string }>(
        scope,
        `SELECT w.id FROM webhook w WHERE w.rests_until > :tooFar
           OR EXISTS (SELECT 1 FROM webhook_delivery d WHERE d.webhook_id = w.id AND ${waits})`,
        { tooFar },
      ),
    );
    const ids = found.map(({ id }) => id);
    if (ids.length === 0) return;
    await this.database.write(async (tx) => {
      await sql(tx, `UPDATE webhook SET rests_until = NULL WHERE id IN (:ids) AND rests_until > :tooFar`, {
        ids,
        tooFar,
      });
      await sql(tx, `UPDATE webhook_delivery SET next_try_at = :at WHERE webhook_id IN (:ids) AND ${waits}`, {
        ids,
        at,
        tooFar,
      });
    });
  }

  /** The events with numbers above `after` and up to `upTo`, numbered in this very write. */
  async hand(tx: Tx, after: number, upTo: number): Promise<void> {
    const webhooks = await listening(tx);
    if (webhooks.length === 0) return;
    const where = new Where({ where: 'e.number > :after AND e.number <= :upTo', parameters: { after, upTo } });
    where.and('r.sample = :no', { no: false });
    const events = await readEvents(tx, where, 'e.number', upTo - after);
    const tagged = await tagsOf(tx, webhooks, events);
    const deliveries = webhooks.flatMap((webhook) =>
      events.filter((event) => wants(webhook, event, tagged)).map((event) => this.#draft(webhook, event)),
    );
    for (let from = 0; from < deliveries.length; from += LOT) {
      await tx.em.insert(WebhookDelivery, deliveries.slice(from, from + LOT));
    }
    for (const id of new Set(deliveries.map((one) => one.webhookId))) await this.jobs.hurry(tx, serving(id));
  }

  /** What ended long ago. */
  async forget(before: Instant): Promise<void> {
    const old = `SELECT id FROM webhook_delivery WHERE ended_at < :before LIMIT ${LOT}`;
    for (;;) {
      const found = await this.database.read((scope) => sql(scope, old, { before }));
      if (found.length === 0) return;
      await this.database.write((tx) => sql(tx, `DELETE FROM webhook_delivery WHERE id IN (${old})`, { before }));
    }
  }

  #draft(webhook: Pick<Webhook, 'id'>, event: EventRow): WebhookDelivery {
    const at = this.now.instant();
    return {
      ...freshDelivery(webhook.id, at),
      eventId: event.id,
      requestId: event.requestId,
      type: toldOf(event, this.urlOf).type,
      body: bodyOf(event, this.urlOf),
    };
  }
}

export function freshDelivery(webhookId: string, at: Instant) {
  return {
    ...{ id: v7(), webhookId, state: 'waiting' as const, attempts: 0, nextTryAt: at, lastTryAt: null },
    ...{ lastStatus: null, lastError: null, response: null, createdAt: at, endedAt: null },
  };
}

/** Whoever failed last time comes after those who did not. */
export function serving(webhookId: string, runAt?: Instant, hasFailed = false): NewJob & { dedupe: string } {
  const priority = PRIORITY.webhook + (hasFailed ? 1 : 0);
  return { kind: SERVE_WEBHOOK, subjectId: webhookId, dedupe: webhookId, lane: 'webhook', priority, runAt };
}

/** Endpoints that are to be told now. Their rows are held, so that none is being served to its end meanwhile. */
async function listening(tx: Tx): Promise<Pick<Webhook, 'id' | 'types' | 'tag'>[]> {
  const rows = await sql<{ id: string; types: string; tag: string | null }>(
    tx,
    `SELECT w.id, w.types, w.tag FROM webhook w WHERE w.state = 'enabled' AND ${OWNED} ORDER BY w.id
     ${tx.engine === 'postgres' ? 'FOR UPDATE' : ''}`,
  );
  return rows.map(({ id, types, tag }) => ({ id, types: JSON.parse(types) as Webhook['types'], tag }));
}

/** `tag request` of every tag that an endpoint asks for and an event's request has. */
async function tagsOf(
  scope: Scope,
  webhooks: readonly Pick<Webhook, 'tag'>[],
  events: readonly EventRow[],
): Promise<ReadonlySet<string>> {
  const tags = [...new Set(webhooks.flatMap(({ tag }) => (tag === null ? [] : [tag])))];
  if (tags.length === 0 || events.length === 0) return new Set();
  const rows = await sql<{ tag: string; request_id: string }>(
    scope,
    `SELECT tag, request_id FROM request_tag WHERE tag IN (:tags) AND request_id IN (:ids)`,
    { tags, ids: [...new Set(events.map((event) => event.requestId))] },
  );
  return new Set(rows.map((row) => `${row.tag} ${row.request_id}`));
}

/** What an endpoint subscribes to is what it is told: the true kind of a confidential request's event is not its business. */
function wants({ types, tag }: Pick<Webhook, 'types' | 'tag'>, event: EventRow, tagged: ReadonlySet<string>): boolean {
  if (tag !== null && !tagged.has(`${tag} ${event.requestId}`)) return false;
  return types.length === 0 || types.includes(event.confidential ? 'request.touched' : event.type);
}
