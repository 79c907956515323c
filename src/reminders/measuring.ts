import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { type Measured, Metrics } from '../http/metrics.ts';
import { Now, shift } from '../now.ts';

/** A reminder is late when its hour was so long ago and it is still only planned; nights and days of rest count. */
const LATE_MS = 5 * 60_000;

interface Counted {
  channel: string;
  state: string;
  value: number | string;
}

/** What Prometheus is told of reminders and messages: counted off the tables when it asks, over their indexes. */
@Injectable()
export class Measuring implements OnModuleInit {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Now) private readonly now: Now,
    @Inject(Metrics) private readonly metrics: Metrics,
  ) {}

  onModuleInit(): void {
    const labels = ['channel', 'state'];
    this.metrics.read('foia_desk_messages', 'Messages by channel and state, all that there ever were.', labels, () =>
      this.#by(`SELECT channel, state, count(*) AS value FROM message GROUP BY channel, state`),
    );
    this.metrics.read('foia_desk_reminders', 'Reminders by channel and state, all that there ever were.', labels, () =>
      this.#by(`SELECT channel, state, count(*) AS value FROM reminder GROUP BY channel, state`),
    );
    const late = 'Reminders whose hour was more than five minutes ago and that are still planned.';
    this.metrics.read('foia_desk_reminders_late', late, [], () => this.#late());
  }

  async #by(statement: string): Promise<Measured[]> {
    const rows = await this.database.read((scope) => sql<Counted>(scope, statement));
    return rows.map(({ channel, state, value }) => ({ labels: { channel, state }, value }));
  }

  async #late(): Promise<Measured[]> {
    const before = shift(this.now.instant(), -LATE_MS);
    const rows = await this.database.read((scope) =>
      sql<{ value: number | string }>(
        scope,
        `SELECT count(*) AS value FROM reminder WHERE state = 'planned' AND send_at < :before`,
        { before },
      ),
    );
    return rows.map(({ value }) => ({ labels: {}, value }));
  }
}
