import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Database, type Tx } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { DeskError } from '../errors.ts';
import { Sweep } from '../jobs/sweep.ts';
import { type Instant, Now, shift } from '../now.ts';
import { PeopleOf } from './people-of.ts';
import type { PlanCause } from './plan-changes.ts';
import { replan } from './plan-store.ts';
import { loadSubjects } from './subjects.ts';
import { Unreadable } from './unreadable.ts';

const LOT = 200;
/** A process that has just started looks so far back. */
const FIRST_LOOK_MS = 24 * 3600 * 1000;
/** What was written before, and committed only now, must not be overlooked. */
const OVERLAP_MS = 60_000;

/** Plans one request anew, after something but its facts has changed. */
export async function replanOne(tx: Tx, requestId: string, now: Instant, cause: PlanCause): Promise<void> {
  await replanMany(tx, [requestId], now, cause);
}

/** The same for many, in one write. */
export async function replanMany(tx: Tx, requestIds: readonly string[], now: Instant, cause: PlanCause): Promise<void> {
  const subjects = [...(await loadSubjects(tx, requestIds, now)).values()];
  if (subjects.length === 0) return;
  const people = await PeopleOf.load(
    tx,
    subjects.map((subject) => subject.request),
  );
  await replan(tx, subjects, people, now, cause);
}

/** Plans lots of requests anew, each lot in one write. */
@Injectable()
export class Replanning {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Now) private readonly now: Now,
    @Inject(Unreadable) private readonly unreadable: Unreadable,
  ) {}

  /** One request that cannot be read leaves the others of its lot as they are to be. */
  async lot(ids: readonly string[], cause: PlanCause): Promise<void> {
    try {
      await this.database.write((tx) => replanMany(tx, ids, this.now.instant(), cause));
    } catch (error) {
      if (error instanceof DeskError) throw error;
      if (ids.length > 1) for (const id of ids) await this.lot([id], cause);
      else this.unreadable.report(ids[0]!, error);
    }
  }
}

/** Follows people, not facts: whoever moves to another zone, or is disabled, has what is planned for them planned anew. */
@Injectable()
export class PeopleChanged implements OnModuleInit {
  #lookedAt: Instant | null = null;

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Now) private readonly now: Now,
    @Inject(Sweep) private readonly sweep: Sweep,
    @Inject(Replanning) private readonly replanning: Replanning,
  ) {}

  onModuleInit(): void {
    this.sweep.every('people changed', () => this.run());
  }

  async run(): Promise<void> {
    const now = this.now.instant();
    const since = this.#lookedAt ? shift(this.#lookedAt, -OVERLAP_MS) : shift(now, -FIRST_LOOK_MS);
    const rows = await this.database.read((scope) =>
      sql<{ request_id: string }>(
        scope,
        `SELECT DISTINCT r.request_id FROM desk_user u JOIN reminder r ON r.recipient_id = u.id AND r.state = 'planned'
         WHERE u.updated_at > :since AND u.version > 1`,
        { since },
      ),
    );
    const ids = rows.map((row) => row.request_id);
    for (let from = 0; from < ids.length; from += LOT) {
      await this.replanning.lot(ids.slice(from, from + LOT), { because: 'people' });
    }
    this.#lookedAt = now;
  }
}
