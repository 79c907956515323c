import { Inject, Injectable } from '@nestjs/common';
import { Database, type Tx } from '../database/database.ts';
import { hostOnly } from '../http/without-secrets.ts';
import { type Instant, Now } from '../now.ts';
import { Telling } from '../reminders/telling.ts';
import type { ShownType } from './event-types.ts';
import { type Attempt, nextTryAt, restsUntil } from './webhook-schedule.ts';
import { Webhook, WebhookDelivery } from './webhook.entity.ts';

const GONE = 410;

/** Records what came of attempts, disables endpoints that are gone, and tells their owners by another way. */
@Injectable()
export class Endings {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Now) private readonly now: Now,
    @Inject(Telling) private readonly telling: Telling,
  ) {}

  async record(webhook: Webhook, delivery: WebhookDelivery, attempt: Attempt): Promise<void> {
    const now = this.now.instant();
    await this.database.write(async (tx) => {
      const attempts = delivery.attempts + 1;
      const next = attempt.error === null ? null : nextTryAt(now, attempts, attempt);
      const state = attempt.error === null ? 'delivered' : next === null ? 'failed' : 'waiting';
      // Whoever else had it in hand meanwhile has recorded it already.
      const { affected } = await tx.em.update(
        WebhookDelivery,
        { id: delivery.id, state: 'waiting', attempts: delivery.attempts },
        {
          ...{ state, attempts, nextTryAt: next, lastTryAt: now, lastStatus: attempt.status },
          ...{ lastError: attempt.error, response: attempt.response, endedAt: next === null ? now : null },
        },
      );
      if (affected === 0) return;
      if (attempt.error === null) await this.#succeeded(tx, webhook, now);
      else await this.#failed(tx, webhook, delivery, attempt, state === 'failed', now);
    });
  }

  async drop(delivery: WebhookDelivery, lastError: string): Promise<void> {
    const endedAt = this.now.instant();
    const where = { id: delivery.id, state: 'waiting' as const };
    await this.database.write((tx) => tx.em.update(WebhookDelivery, where, { state: 'failed', lastError, endedAt }));
  }

  async reword(delivery: WebhookDelivery, type: ShownType, body: string): Promise<void> {
    await this.database.write((tx) => tx.em.update(WebhookDelivery, { id: delivery.id }, { type, body }));
  }

  async #succeeded(tx: Tx, { id }: Webhook, now: Instant): Promise<void> {
    await tx.em.update(Webhook, { id }, { failures: 0, restsUntil: null, lastSuccessAt: now });
  }

  async #failed(
    tx: Tx,
    { id }: Webhook,
    delivery: WebhookDelivery,
    attempt: Attempt,
    givenUp: boolean,
    now: Instant,
  ): Promise<void> {
    const webhook = await tx.em.findOneBy(Webhook, { id });
    if (!webhook) return;
    const failures = webhook.failures + 1;
    await tx.em.update(Webhook, { id }, { failures, restsUntil: restsUntil(now, failures, attempt) });
    if (attempt.status === GONE) await this.#disable(tx, webhook, 'it answered 410, which means that it is gone');
    else if (givenUp && (webhook.lastSuccessAt ?? '') < delivery.createdAt) {
      await this.#disable(tx, webhook, `nothing has reached it since ${delivery.createdAt}`);
    }
  }

  async #disable(tx: Tx, webhook: Webhook, because: string): Promise<void> {
    const { affected } = await tx.em.update(
      Webhook,
      { id: webhook.id, state: 'enabled' },
      { state: 'disabled', disabledBecause: because, updatedAt: this.now.instant(), version: webhook.version + 1 },
    );
    if (affected === 0) return;
    const name = webhook.description ?? webhook.id;
    await this.telling.tellOwner(tx, webhook.ownerId, {
      subject: `Webhook disabled: ${name}`,
      text: [
        `The webhook "${name}" at ${hostOnly(webhook.url)} was disabled: ${because}.`,
        '',
        'What was waiting for it is kept and can be sent again: put the endpoint right, enable the webhook with PATCH,',
        'and replay its deliveries. Events that happen meanwhile are not sent to it; GET /events has them.',
        '',
      ].join('\n'),
    });
  }
}
