import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Agency } from '../agencies/agency.entity.ts';
import { AgencyFollowers } from '../agencies/agency-follower.ts';
import { LOG } from '../core.module.ts';
import { Database, type Tx } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { Jobs } from '../jobs/jobs.service.ts';
import type { Lease } from '../jobs/lease.ts';
import { Sweep } from '../jobs/sweep.ts';
import type { Log } from '../log.ts';
import { Now } from '../now.ts';
import { Request } from './request.entity.ts';
import { type Cause, Standings } from './standings.service.ts';

/** Reads per sweep; the rest waits for the next one. */
const MOST_PER_SWEEP = 200;
const LOT = 200;

export const RECOMPUTE_AGENCY = 'recompute-agency';

/** Re-reads standings that change by themselves: because a day has come, or because an agency's rules have changed. */
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
    this.jobs.register(RECOMPUTE_AGENCY, { run: (lease) => this.recomputeAgency(lease) });
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
      try {
        await this.#reread(id, { because: 'turned', reason: 'days have passed' }, (request) => {
          // Another process may have been quicker.
          return request.turnsAt !== null && request.turnsAt <= now;
        });
      } catch (error) {
        this.log.error({ err: error, requestId: id }, 'A request whose day has come could not be read anew.');
      }
    }
  }

  /** Lot by lot, so that no write is held for long; begun again from the start when it is interrupted. */
  async recomputeAgency(lease: Lease): Promise<void> {
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
      for (const { id } of lot) {
        if (lease.signal.aborted) throw new Error('The job was asked to stop; it will be taken up again.');
        await this.#reread(id, { because: 'law', reason: "the agency's own rules were changed", rewrite: true });
      }
      after = lot.at(-1)!.id;
    }
  }

  async #reread(
    id: string,
    cause: Pick<Cause, 'because' | 'reason' | 'rewrite'>,
    stillDue: (request: Request) => boolean = () => true,
  ): Promise<void> {
    await this.database.write(async (tx) => {
      const query = tx.em.createQueryBuilder(Request, 'request').where('request.id = :id', { id });
      if (tx.engine === 'postgres') query.setLock('pessimistic_write', undefined, ['request']);
      const request = await query.getOne();
      if (!request || !stillDue(request)) return;
      await this.standings.reread(tx, request, { ...cause, byUserId: null, at: this.now.instant() });
    });
  }
}
