import { createHash } from 'node:crypto';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Database, type Tx } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { Jobs } from '../jobs/jobs.service.ts';
import { Sweep } from '../jobs/sweep.ts';
import { shippedCalendars } from '../law/holidays/all.ts';
import { shippedStatutes } from '../law/statutes/shipped.ts';
import { release } from '../release.ts';
import { RECOMPUTE_LAW } from './turning.service.ts';

const SETTING = 'law-read-by';

/**
 * Standings are kept as the law was read when they were saved. A release may know a new law, or read an old one
 * better: then every request is looked at, and those that stand otherwise by now are read anew.
 */
@Injectable()
export class NewLaw implements OnModuleInit {
  #looked = false;

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Sweep) private readonly sweep: Sweep,
    @Inject(Jobs) private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.sweep.every('law of the release', () => this.#look());
  }

  /** Once in the life of a process: while a new release takes over, an old one must not call its own the newer. */
  async #look(): Promise<void> {
    if (this.#looked) return;
    await this.follow(await readingOfRelease());
    this.#looked = true;
  }

  /** Asks, if the law was last read otherwise, for the requests of every agency to be looked at. */
  async follow(reading: string): Promise<void> {
    const known = await this.database.read((scope) =>
      sql<{ value: string }>(scope, `SELECT value FROM setting WHERE name = :name`, { name: SETTING }),
    );
    if (known[0]?.value === reading) return;
    await this.database.write(async (tx) => {
      const changed = await sql(
        tx,
        `INSERT INTO setting (name, value) VALUES (:name, :reading)
         ON CONFLICT (name) DO UPDATE SET value = excluded.value WHERE setting.value <> excluded.value RETURNING name`,
        { name: SETTING, reading },
      );
      // A desk that never said how it reads the law is new; or another process was quicker.
      if (known.length > 0 && changed.length > 0) await this.#ask(tx);
    });
  }

  async #ask(tx: Tx): Promise<void> {
    const agencies = await sql<{ id: string }>(tx, `SELECT id FROM agency`);
    await this.jobs.add(tx, ...agencies.map((row) => ({ kind: RECOMPUTE_LAW, subjectId: row.id })));
  }
}

/** By what the law is read: the rules as data, and the code that applies them, which changes with the release. */
async function readingOfRelease(): Promise<string> {
  const rules = createHash('sha256')
    .update(JSON.stringify([shippedStatutes, shippedCalendars]))
    .digest('hex');
  return `${await release()} ${rules}`;
}
