import { Inject, Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { User } from '../auth/user.entity.ts';
import { Database, type Scope, type Tx } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { DeskError, notFound } from '../errors.ts';
import type { Call } from '../http/once.ts';
import { type Page, pageOf, toPage } from '../http/page.ts';
import { isId } from '../http/validators.ts';
import { Now } from '../now.ts';
import { Job, JobAct } from './job.entity.ts';
import {
  type JobCounts,
  type JobCountView,
  type JobDetailView,
  type JobsQuery,
  type JobView,
  kept,
  STATE,
  stateOf,
  toJobView,
} from './jobs.dto.ts';
import { Jobs } from './jobs.service.ts';

/** The table of jobs as owners see it, and what they do with single jobs. */
@Injectable()
export class JobTable {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Now) private readonly now: Now,
    @Inject(Jobs) private readonly jobs: Jobs,
  ) {}

  list(call: Call, query: JobsQuery): Promise<Page<JobView>> {
    const { limit, after } = pageOf(query, 1);
    const now = this.now.instant();
    return this.database.read(async (scope) => {
      const found = scope.em
        .createQueryBuilder(Job, 'j')
        .orderBy('j.id', 'DESC')
        .limit(limit + 1);
      if (query.kind) found.andWhere('j.kind IN (:...kinds)', { kinds: query.kind });
      if (query.lane) found.andWhere('j.lane IN (:...lanes)', { lanes: query.lane });
      if (query.state) {
        const columns = [...new Set(query.state.map((state) => kept[state]))];
        found.andWhere(`j.state IN (:...columns) AND ${STATE} IN (:...states)`, { columns, states: query.state, now });
      }
      if (after) found.andWhere('j.id < :after', { after: after[0] });
      return toPage(
        call,
        limit,
        await found.getMany(),
        (job) => [job.id],
        (job) => toJobView(job, now),
      );
    });
  }

  counts(): Promise<JobCounts> {
    const now = this.now.instant();
    return this.database.read(async (scope) => {
      const rows = await sql<Omit<JobCountView, 'count'> & { count: number | string }>(
        scope,
        `SELECT kind, state, count(*) AS count FROM (SELECT j.kind, ${STATE} AS state FROM job j) AS told
         GROUP BY kind, state ORDER BY kind, state`,
        { now },
      );
      return { items: rows.map((row) => ({ ...row, count: Number(row.count) })) };
    });
  }

  read(id: string): Promise<JobDetailView> {
    return this.database.read(async (scope) => {
      const job = isId(id) ? await scope.em.findOneBy(Job, { id }) : null;
      if (!job) throw notFound('job');
      return this.#detail(scope, job);
    });
  }

  /** From its first try again, and now, whatever became of it before. */
  async retry(tx: Tx, me: User, id: string): Promise<JobDetailView> {
    const job = await this.#locked(tx, id);
    const { kind, dedupe, subjectId } = job;
    const at = this.now.instant();
    const state = stateOf(job, at);
    if (state === 'leased') throw inHand();
    if (state === 'done') throw new DeskError('conflict', 'This job is done: there is nothing to be tried again.');
    if (job.state === 'dead') {
      const live = dedupe !== null && (await isLive(tx, kind, dedupe));
      if (live) throw new DeskError('conflict', 'Another job does the same by now.');
      await this.jobs.handlerOf(kind)?.again?.(tx, subjectId);
    }
    const undone = { finishedAt: null, droppedAt: null, toldAt: null };
    const fresh = { state: 'waiting' as const, runAt: at, attempts: 0, crashes: 0, ...undone };
    await tx.em.update(Job, { id }, fresh);
    await this.#record(tx, me, job, 'retry', null);
    this.jobs.ring(tx, job);
    return this.#detail(tx, { ...job, ...fresh });
  }

  /** Nobody tries it any more. Whatever hangs on it is told so, as when a job dies. */
  async drop(tx: Tx, me: User, id: string, reason: string): Promise<JobDetailView> {
    const job = await this.#locked(tx, id);
    const at = this.now.instant();
    const state = stateOf(job, at);
    if (state === 'leased') throw inHand();
    if (state === 'done' || state === 'dropped') {
      throw new DeskError('conflict', `This job is ${state}: there is nothing to be dropped.`);
    }
    const why = `An owner of the desk dropped it on ${at.slice(0, 10)}.`;
    if (state !== 'dead') {
      const handler = this.jobs.handlerOf(job.kind);
      await (handler?.dropped ?? handler?.dead)?.call(handler, tx, job.subjectId, why);
    }
    const dropped = { state: 'dead' as const, finishedAt: job.finishedAt ?? at, droppedAt: at };
    await tx.em.update(Job, { id }, dropped);
    await this.#record(tx, me, job, 'drop', reason);
    return this.#detail(tx, { ...job, ...dropped });
  }

  async #detail(scope: Scope, job: Job): Promise<JobDetailView> {
    const about = (await this.jobs.handlerOf(job.kind)?.about?.(scope, job.subjectId)) ?? null;
    const acts = await scope.em.find(JobAct, { where: { jobId: job.id }, order: { id: 'ASC' } });
    return {
      ...toJobView(job, this.now.instant()),
      about,
      acts: acts.map(({ act, userId, at, reason }) => ({ act, userId, at, reason })),
    };
  }

  async #record(tx: Tx, me: User, job: Job, act: JobAct['act'], reason: string | null): Promise<void> {
    const of = { jobId: job.id, jobKind: job.kind, subjectId: job.subjectId };
    await tx.em.insert(JobAct, { id: v7(), ...of, act, userId: me.id, at: this.now.instant(), reason });
  }

  async #locked(tx: Tx, id: string): Promise<Job> {
    const query = tx.em.createQueryBuilder(Job, 'j').where('j.id = :id', { id });
    if (tx.engine === 'postgres') query.setLock('pessimistic_write');
    const job = isId(id) ? await query.getOne() : null;
    if (!job) throw notFound('job');
    return job;
  }
}

async function isLive(tx: Tx, kind: string, dedupe: string): Promise<boolean> {
  const rows = await sql(
    tx,
    `SELECT id FROM job WHERE kind = :kind AND dedupe = :dedupe AND state IN ('waiting', 'leased')`,
    { kind, dedupe },
  );
  return rows.length > 0;
}

function inHand(): DeskError {
  return new DeskError('conflict', 'A process has this job in hand just now. Wait for what comes of it.');
}
