import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Config } from '../config.ts';
import { CONFIG } from '../core.module.ts';
import { Database, type Tx } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { claim, momentOf } from '../jobs/shared-moment.ts';
import { Sweep } from '../jobs/sweep.ts';
import { type Instant, Now, shift } from '../now.ts';
import { Telling } from './telling.ts';

const DAY_MS = 24 * 3600 * 1000;

/** Tells owners that jobs have died, once a day and kind however many do: nobody looks into a table for what nobody told. */
@Injectable()
export class DeadLetters implements OnModuleInit {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(Database) private readonly database: Database,
    @Inject(Now) private readonly now: Now,
    @Inject(Sweep) private readonly sweep: Sweep,
    @Inject(Telling) private readonly telling: Telling,
  ) {}

  onModuleInit(): void {
    this.sweep.every('dead jobs', () => this.run());
  }

  async run(): Promise<void> {
    const now = this.now.instant();
    const news = await this.database.read(async (scope) => {
      const kinds = await sql<{ kind: string }>(
        scope,
        `SELECT DISTINCT kind FROM job WHERE state = 'dead' AND told_at IS NULL AND dropped_at IS NULL ORDER BY kind`,
      );
      const told = await Promise.all(kinds.map(({ kind }) => momentOf(scope, nameOf(kind))));
      return kinds.filter((_, n) => (told[n] ?? '') <= shift(now, -DAY_MS)).map(({ kind }) => kind);
    });
    for (const kind of news) await this.database.write((tx) => this.#tell(tx, kind, now));
  }

  async #tell(tx: Tx, kind: string, now: Instant): Promise<void> {
    if (!(await claim(tx, nameOf(kind), now, DAY_MS))) return;
    const dead = await sql<{ finishedAt: Instant }>(
      tx,
      `UPDATE job SET told_at = :now WHERE kind = :kind AND state = 'dead' AND told_at IS NULL AND dropped_at IS NULL
       RETURNING finished_at AS "finishedAt"`,
      { kind, now },
    );
    if (dead.length === 0) return;
    const jobs = dead.length === 1 ? '1 job has' : `${dead.length} jobs have`;
    const last = dead
      .map((one) => one.finishedAt)
      .sort()
      .at(-1)!;
    await this.telling.tellOwners(tx, {
      subject: `FOIA Desk: ${jobs} failed for good (${kind})`,
      text: [
        `${jobs} failed at every try, the last at ${last}. The kind is "${kind}".`,
        '',
        `What went wrong: ${this.config.publicUrl}/api/v1/jobs?state=dead&kind=${kind}`,
        'Put it right, and have each tried again (POST /jobs/:id/retry), or give it up (POST /jobs/:id/drop).',
        '',
        'More of this kind are told of after a day at the earliest.',
        '',
      ].join('\n'),
    });
  }
}

function nameOf(kind: string): string {
  return `told of dead ${kind}`;
}
