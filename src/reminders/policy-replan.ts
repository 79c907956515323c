import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { User } from '../auth/user.entity.ts';
import { Database, type Tx } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { Jobs } from '../jobs/jobs.service.ts';
import type { JobHandler, Lease } from '../jobs/lease.ts';
import { ReminderPolicy } from './policy.entity.ts';
import { Replanning } from './replan.ts';

export const REPLAN = 'replan-reminders';
/** In one write: it is over in some tens of milliseconds, and nobody waits longer behind it. */
const LOT = 50;

/** Plans anew whatever a changed policy concerns, lot by lot; begun again from the start when it is interrupted. */
@Injectable()
export class PolicyChanged implements JobHandler, OnModuleInit {
  constructor(
    @Inject(Jobs) private readonly jobs: Jobs,
    @Inject(Database) private readonly database: Database,
    @Inject(Replanning) private readonly replanning: Replanning,
  ) {}

  onModuleInit(): void {
    this.jobs.register(REPLAN, this);
  }

  /** Asks for it in the write that changes the policy. */
  async ask(tx: Tx, { id }: ReminderPolicy): Promise<void> {
    await this.jobs.add(tx, { kind: REPLAN, subjectId: id });
  }

  async run(lease: Lease): Promise<void> {
    const policy = await this.database.read((scope) => scope.em.findOneBy(ReminderPolicy, { id: lease.subjectId }));
    if (!policy) return;
    for (let after = ''; ;) {
      if (lease.signal.aborted) throw new Error('The job was asked to stop; it will be taken up again.');
      await lease.check();
      const ids = await this.#lot(policy, after);
      if (ids.length === 0) return;
      await this.replanning.lot(ids, { because: 'policy', id: policy.id, byUserId: policy.setBy });
      after = ids.at(-1)!;
    }
  }

  /** What is closed has no ladders but one that tells of its reopening, which no policy changes. */
  #lot({ scope: of, subject }: ReminderPolicy, after: string): Promise<string[]> {
    return this.database.read(async (scope) => {
      const isOwner = of === 'person' && (await scope.em.existsBy(User, { id: subject, role: 'owner' }));
      const rows = await sql<{ id: string }>(
        scope,
        `SELECT r.id FROM request r WHERE r.status <> 'closed' AND r.id > :after AND ${isOwner ? '1 = 1' : CONCERNED[of]}
         ORDER BY r.id LIMIT ${LOT}`,
        { after, ...(of === 'desk' || isOwner ? {} : { subject }) },
      );
      return rows.map((row) => row.id);
    });
  }
}

const CONCERNED: Record<ReminderPolicy['scope'], string> = {
  desk: '1 = 1',
  tag: 'EXISTS (SELECT 1 FROM request_tag t WHERE t.request_id = r.id AND t.tag = :subject)',
  request: 'r.id = :subject',
  person: `(r.creator_id = :subject OR r.assignee_id = :subject
    OR EXISTS (SELECT 1 FROM request_watcher w WHERE w.request_id = r.id AND w.user_id = :subject))`,
};
