import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Agency } from '../agencies/agency.entity.ts';
import { AgencyFollowers } from '../agencies/agency-follower.ts';
import { LOG } from '../core.module.ts';
import { Database, type Tx } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { DeskError } from '../errors.ts';
import { Jobs } from '../jobs/jobs.service.ts';
import type { Lease } from '../jobs/lease.ts';
import { Sweep } from '../jobs/sweep.ts';
import type { Log } from '../log.ts';
import { Now } from '../now.ts';
import { Request } from './request.entity.ts';
import { type Cause, Standings } from './standings.service.ts';
import { verifyStanding } from './verify.ts';

/** Reads per sweep; the rest waits for the next one. */
const MOST_PER_SWEEP = 200;
/** In one write: it is over in some tens of milliseconds, and nobody waits longer behind it. */
const AT_ONCE = 20;
const LOT = 200;

export const RECOMPUTE_AGENCY = 'recompute-agency';
/** Of one agency too, so that no job is too long. */
export const RECOMPUTE_LAW = 'recompute-law';

/** How one request is read anew. */
interface Rereading extends Pick<Cause, 'because' | 'reason' | 'rewrite'> {
  /** Whether it must be: asked under the lock. */
  isDue?: (tx: Tx, request: Request) => boolean | Promise<boolean>;
}

/** Re-reads standings that change by themselves: because a day has come, or because the law has changed. */
@Injectable()
export class Turning implements OnModuleInit {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Now) private readonly now: Now,
    @Inject(Standings) private readonly standings: Standings,
    @Inject(Sweep) private readonly sweep: Sweep,
    @Inject(Jobs) private readonly jobs: Jobs,
    @Inject(AgencyFollowers) private readonly agencies: AgencyFollowers,
    @Inject(LOG) private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.sweep.every('turning requests', () => this.turn());
    this.agencies.add({ rulesChanged: (tx, agency) => this.agencyChanged(tx, agency.id) });
    const ownRules = { because: 'law', reason: "the agency's own rules were changed", rewrite: true } as const;
    this.jobs.register(RECOMPUTE_AGENCY, { run: (lease) => this.#recompute(lease, ownRules) });
    const isDue = async (tx: Tx, request: Request) => (await verifyStanding(tx, request)).length > 0;
    const law = { because: 'law', reason: 'the law is read anew by this release', rewrite: true, isDue } as const;
    this.jobs.register(RECOMPUTE_LAW, { run: (lease) => this.#recompute(lease, law) });
  }

  /** Asks, in the write that changed an agency's rules or zone, for all its requests to be read anew. */
  async agencyChanged(tx: Tx, agencyId: string): Promise<void> {
    await this.jobs.add(tx, { kind: RECOMPUTE_AGENCY, subjectId: agencyId });
  }

  /** Requests whose turn has come, each in a write of its own; one that fails does not hold up the others. */
  async turn(): Promise<void> {
    const now = this.now.instant();
    const due = await this.database.read((scope) =>
      sql<{ id: string }>(
        scope,
        `SELECT id FROM request WHERE turns_at <= :now ORDER BY turns_at LIMIT ${MOST_PER_SWEEP}`,
        { now },
      ),
    );
    for (const { id } of due) {
      // Another process may have been quicker.
      const isDue = (_: Tx, request: Request) => request.turnsAt !== null && request.turnsAt <= now;
      await this.#rereadOrSay(id, { because: 'turned', reason: 'days have passed', isDue });
    }
  }

  /** Lot by lot, so that no write is held for long; begun again from the start when it is interrupted. */
  async #recompute(lease: Lease, how: Rereading): Promise<void> {
    const agencyId = lease.subjectId;
    const exists = await this.database.read((scope) => scope.em.existsBy(Agency, { id: agencyId }));
    let after = '';
    while (exists && !lease.signal.aborted) {
      await lease.check();
      const lot = await this.database.read((scope) =>
        sql<{ id: string }>(
          scope,
          `SELECT id FROM request WHERE agency_id = :agencyId AND id > :after ORDER BY id LIMIT ${LOT}`,
          { agencyId, after },
        ),
      );
      if (lot.length === 0) return;
      for (let from = 0; from < lot.length; from += AT_ONCE) {
        if (lease.signal.aborted) throw new Error('The job was asked to stop; it will be taken up again.');
        await this.#rereadTogether(
          lot.slice(from, from + AT_ONCE).map(({ id }) => id),
          how,
        );
      }
      after = lot.at(-1)!.id;
    }
  }

  /** Few to a commit, since commits are the dearest part; one that fails must not undo the others, so then each alone. */
  async #rereadTogether(ids: readonly string[], how: Rereading): Promise<void> {
    try {
      await this.database.write(async (tx) => {
        for (const id of ids) await this.#rereadIn(tx, id, how);
      });
    } catch (error) {
      if (error instanceof DeskError) throw error;
      for (const id of ids) await this.#rereadOrSay(id, how);
    }
  }

  /** What cannot be read now cannot be read at a second try either; `verify` lists it. A database that is away is another matter. */
  async #rereadOrSay(id: string, how: Rereading): Promise<void> {
    try {
      await this.database.write((tx) => this.#rereadIn(tx, id, how));
    } catch (error) {
      if (error instanceof DeskError) throw error;
      this.log.error({ err: error, requestId: id }, 'A request could not be read anew.');
    }
  }

  async #rereadIn(tx: Tx, id: string, { isDue = () => true, ...cause }: Rereading): Promise<void> {
    const query = tx.em.createQueryBuilder(Request, 'request').where('request.id = :id', { id });
    if (tx.engine === 'postgres') query.setLock('pessimistic_write', undefined, ['request']);
    const request = await query.getOne();
    if (!request || !(await isDue(tx, request))) return;
    await this.standings.reread(tx, request, { ...cause, byUserId: null, at: this.now.instant() });
  }
}
