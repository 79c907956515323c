import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Agency, AgencyVersion } from '../agencies/agency.entity.ts';
import { AgencyFollowers } from '../agencies/agency-follower.ts';
import { LOG } from '../core.module.ts';
import { Database, type Tx } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { DeskError } from '../errors.ts';
import { Jobs } from '../jobs/jobs.service.ts';
import type { Lease } from '../jobs/lease.ts';
import { Sweep } from '../jobs/sweep.ts';
import { closureInWords } from '../law/closures.ts';
import type { Log } from '../log.ts';
import { Now } from '../now.ts';
import { type KnownClosure, loadClosures, statutesUnder } from './closures.ts';
import { Request } from './request.entity.ts';
import { Sources } from './sources.ts';
import { type Cause, Standings } from './standings.service.ts';
import { hasTurned } from './standing-cache.ts';
import { todayIn } from './today.ts';
import { verifyStanding } from './verify.ts';

/** Reads per sweep; the rest waits for the next one. */
const MOST_PER_SWEEP = 200;
/** Where a day begins first. */
const FURTHEST_EAST = 'Pacific/Kiritimati';
/** In one write: it is over in some tens of milliseconds, and nobody waits longer behind it. */
const AT_ONCE = 20;
const LOT = 200;

export const RECOMPUTE_AGENCY = 'recompute-agency';
/** Of one agency too, so that no job is too long. */
export const RECOMPUTE_LAW = 'recompute-law';
/** Of one closure and one agency: the subject is both ids. */
export const RECOMPUTE_CLOSURE = 'recompute-closure';

/** How one request is read anew. */
export interface Rereading extends Pick<Cause, 'because' | 'rewrite'> {
  /** In words, for due dates that move. */
  reason: string | ((tx: Tx, request: Request) => Promise<string>);
  /** Whether it must be: asked under the lock. */
  isDue?: (tx: Tx, request: Request, sources: Sources) => boolean | Promise<boolean>;
}

/** Because the law has changed: what stands as before is left alone. */
export const ifItStandsOtherwise = {
  because: 'law',
  rewrite: true,
  isDue: differs,
} as const;

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
    this.agencies.add({ rulesChanged: (tx, agency) => this.agencyChanged(tx, agency) });
    this.jobs.register(RECOMPUTE_AGENCY, { run: (lease) => this.#ofAgency(lease) });
    const law = { ...ifItStandsOtherwise, reason: 'the law is read anew by this release' };
    this.jobs.register(RECOMPUTE_LAW, { run: (lease) => this.recompute(lease, lease.subjectId, law) });
    this.jobs.register(RECOMPUTE_CLOSURE, { run: (lease) => this.#ofClosure(lease) });
  }

  /** Asks, in the write that changed an agency's rules or zone, for all its requests to be read anew. */
  async agencyChanged(tx: Tx, { id, version }: Pick<Agency, 'id' | 'version'>): Promise<void> {
    await this.jobs.add(tx, { kind: RECOMPUTE_AGENCY, subjectId: `${id}/${version}` });
  }

  /** Asks, in the write that added or withdrew a closure, for the requests under its laws to be read anew. */
  async closureChanged(tx: Tx, closure: Pick<KnownClosure, 'id' | 'jurisdiction' | 'statuteId'>): Promise<void> {
    const agencies = await sql<{ id: string }>(
      tx,
      // Held like an agency whose rules change: a request that is being filed is waited for, and then found.
      `SELECT id FROM agency WHERE statute_id IN (:statutes)
         OR id IN (SELECT agency_id FROM request WHERE statute_id IN (:statutes))
       ORDER BY id ${tx.engine === 'postgres' ? 'FOR NO KEY UPDATE' : ''}`,
      { statutes: statutesUnder(closure) },
    );
    const jobs = agencies.map((agency) => ({ kind: RECOMPUTE_CLOSURE, subjectId: `${closure.id}/${agency.id}` }));
    await this.jobs.add(tx, ...jobs);
  }

  /** Whatever was changed since the job was asked for moves dates too, so all of it is the reason. */
  async #ofAgency(lease: Lease): Promise<void> {
    const [agencyId, version] = lease.subjectId.split('/') as [string, string | undefined];
    const versions = await this.database.read((scope) =>
      scope.em.find(AgencyVersion, { where: { agencyId }, order: { version: 'ASC' } }),
    );
    const since = versions.filter((one) => version === undefined || one.version >= Number(version));
    const reasons = new Set(since.map((one) => one.because ?? "the agency's own rules were changed"));
    const reason = version === undefined ? "the agency's own rules were changed" : [...reasons].join('; and ');
    await this.recompute(lease, agencyId, { because: 'law', reason, rewrite: true });
  }

  /**
   * An open request is read anew even if no date moves: its reminders may. One that is closed, and what only the words
   * of an explanation know of, only if it stands otherwise by now.
   */
  async #ofClosure(lease: Lease): Promise<void> {
    const [closureId, agencyId] = lease.subjectId.split('/') as [string, string];
    const closures = await this.database.read(loadClosures);
    const closure = closures.find((one) => one.id === closureId);
    if (!closure) throw new Error(`There is no closure ${closureId}.`);
    const under = statutesUnder(closure);
    const isDue = async (tx: Tx, request: Request, sources: Sources): Promise<boolean> => {
      if (!under.includes(request.statuteId)) return false;
      const movesReminders = closure.effect !== 'counts' && request.status !== 'closed';
      return movesReminders || (await differs(tx, request, sources));
    };
    const words = closureInWords(closure);
    const reason = closure.withdrawnAt === null ? words : `this was withdrawn: ${words}`;
    await this.recompute(lease, agencyId, { because: 'law', reason, isDue });
  }

  /**
   * Requests whose turn has come, and those read for a day that has come nowhere yet, while the clock stood ahead; each
   * in a write of its own, so that one that fails does not hold up the others.
   */
  async turn(): Promise<void> {
    const now = this.now.instant();
    const latestToday = todayIn(FURTHEST_EAST, now);
    const due = await this.database.read(async (scope) => [
      ...(await sql<{ id: string }>(
        scope,
        `SELECT id FROM request WHERE turns_at <= :now ORDER BY turns_at LIMIT ${MOST_PER_SWEEP}`,
        { now },
      )),
      ...(await sql<{ id: string }>(
        scope,
        `SELECT id FROM request WHERE read_on > :latestToday ORDER BY read_on LIMIT ${MOST_PER_SWEEP}`,
        { latestToday },
      )),
    ]);
    for (const { id } of due) {
      // Another process may have been quicker.
      const isDue = (_: Tx, request: Request) => hasTurned(request, now, latestToday);
      await this.#rereadOrSay(id, { because: 'turned', reason: 'days have passed', isDue });
    }
  }

  /** All requests of an agency, lot by lot, so that no write is held for long; begun again from the start when it is interrupted. */
  async recompute(lease: Lease, agencyId: string, how: Rereading): Promise<void> {
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
      await this.database.write((tx) => this.#rereadIn(tx, ids, how));
    } catch (error) {
      if (error instanceof DeskError) throw error;
      for (const id of ids) await this.#rereadOrSay(id, how);
    }
  }

  /** What cannot be read now cannot be read at a second try either; `verify` lists it. A database that is away is another matter. */
  async #rereadOrSay(id: string, how: Rereading): Promise<void> {
    try {
      await this.database.write((tx) => this.#rereadIn(tx, [id], how));
    } catch (error) {
      if (error instanceof DeskError) throw error;
      this.log.error({ err: error, requestId: id }, 'A request could not be read anew.');
    }
  }

  async #rereadIn(tx: Tx, ids: readonly string[], how: Rereading): Promise<void> {
    const { isDue = () => true, reason, ...cause } = how;
    const requests = await lockedRequests(tx, ids);
    const sources = await Sources.of(tx, requests);
    for (const request of requests) {
      if (!(await isDue(tx, request, sources))) continue;
      const why = typeof reason === 'string' ? reason : await reason(tx, request);
      const because = { ...cause, reason: why, byUserId: null, at: this.now.instant() };
      await this.standings.reread(tx, request, because, sources);
    }
  }
}

/** In the order of their ids: two who lock several never wait for one another. */
function lockedRequests(tx: Tx, ids: readonly string[]): Promise<Request[]> {
  const query = tx.em.createQueryBuilder(Request, 'request').where('request.id IN (:...ids)', { ids: [...ids] });
  if (tx.engine === 'postgres') query.setLock('pessimistic_write', undefined, ['request']);
  return query.orderBy('request.id').getMany();
}

/** Whether a request stands otherwise by now than it was kept. */
async function differs(tx: Tx, request: Request, sources: Sources): Promise<boolean> {
  return (await verifyStanding(tx, request, sources)).length > 0;
}
