import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Config } from '../config.ts';
import { CONFIG } from '../core.module.ts';
import { Database, type Scope, type Tx } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { claim, momentOf } from '../jobs/shared-moment.ts';
import { Sweep } from '../jobs/sweep.ts';
import { type Instant, Now, shift } from '../now.ts';
import { Telling } from './telling.ts';

const TOLD = 'told of refusals';
const HOUR_MS = 3600 * 1000;
/** Of one telling; the others are in the next. */
const MOST = 100;

interface Refusal {
  messageId: string;
  name: string;
  address: string | null;
  channel: string;
  answer: string | null;
  number: string;
}

/**
 * Tells owners whose reminders were refused for good, by every way there was: who was to be told does not know, and
 * nobody else would. At most once an hour, however many are refused: a wrong setting refuses everybody's at once.
 */
@Injectable()
export class Refusals implements OnModuleInit {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(Database) private readonly database: Database,
    @Inject(Now) private readonly now: Now,
    @Inject(Sweep) private readonly sweep: Sweep,
    @Inject(Telling) private readonly telling: Telling,
  ) {}

  onModuleInit(): void {
    this.sweep.every('refusals', () => this.run());
  }

  async run(): Promise<void> {
    const now = this.now.instant();
    const isTime = await this.database.read(async (scope) => {
      if ((await untold(scope)).length === 0) return false;
      return ((await momentOf(scope, TOLD)) ?? '') <= shift(now, -HOUR_MS);
    });
    if (isTime) await this.database.write((tx) => this.#tell(tx, now));
  }

  async #tell(tx: Tx, now: Instant): Promise<void> {
    const ids = await untold(tx);
    const refused = await refusalsAmong(tx, ids);
    // What has gone by another way, or was called back, needs no telling, and takes nobody's turn.
    if (refused.length > 0 && !(await claim(tx, TOLD, now, HOUR_MS))) return;
    await sql(tx, `UPDATE message SET told_at = :now WHERE id IN (:ids)`, { now, ids });
    if (refused.length === 0) return;
    const people = new Set(refused.map((one) => one.name)).size;
    await this.telling.tellOwners(tx, {
      subject: `FOIA Desk: reminders did not reach ${people === 1 ? refused[0]!.name : `${people} people`}`,
      text: [
        'These reminders were refused for good, and nobody else was told in their place:',
        '',
        ...linesOf(refused),
        '',
        `The requests: ${this.config.publicUrl}/api/v1/requests`,
        'Tell them by another way, and put the address right: later reminders go to the new one.',
        '',
      ].join('\n'),
    });
  }
}

async function untold(scope: Scope): Promise<string[]> {
  const rows = await sql<{ id: string }>(
    scope,
    `SELECT id FROM message WHERE state = 'failed' AND told_at IS NULL ORDER BY id LIMIT ${MOST}`,
  );
  return rows.map(({ id }) => id);
}

/** Those that were refused and took reminders with them. Of requests their numbers alone. */
function refusalsAmong(scope: Scope, ids: readonly string[]): Promise<Refusal[]> {
  return sql<Refusal>(
    scope,
    `SELECT DISTINCT m.id AS "messageId", u.name, m.address, m.channel, m.last_error AS answer, r.number
     FROM message m JOIN desk_user u ON u.id = m.recipient_id
       JOIN reminder d ON d.message_id = coalesce(m.copy_of, m.id) AND d.state = 'failed'
       JOIN request r ON r.id = d.request_id
     WHERE m.id IN (:ids) AND EXISTS (
       SELECT 1 FROM delivery_attempt a WHERE a.message_id = m.id AND a.outcome = 'refused')
     ORDER BY u.name, m.id, r.number`,
    { ids: [...ids] },
  );
}

function linesOf(refused: readonly Refusal[]): string[] {
  const messages = new Map<string, Refusal[]>();
  for (const one of refused) messages.set(one.messageId, [...(messages.get(one.messageId) ?? []), one]);
  return [...messages.values()].map((all) => {
    const { name, address, channel, answer } = all[0]!;
    // Where a chat service is to be found may be as good as a key.
    const where = channel === 'email' && address !== null ? `${name} <${address}>` : `${name} (${channel})`;
    return `- ${where}, about ${all.map((one) => one.number).join(', ')}: ${answer ?? 'no reason given'}`;
  });
}
