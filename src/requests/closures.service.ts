import { Inject, Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { statuteOf } from '../agencies/fitting.ts';
import type { User } from '../auth/user.entity.ts';
import { Database, type Scope, type Tx } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { DeskError, notFound } from '../errors.ts';
import type { Call } from '../http/once.ts';
import { type Page, pageOf, toPage } from '../http/page.ts';
import { findStatute, statutes } from '../law/statutes/all.ts';
import { type Instant, Now } from '../now.ts';
import { checkDays } from './closures.ts';
import type { ClosuresQuery, ClosureView, NewClosure } from './closures.dto.ts';
import { doesNotFit } from './facts.ts';
import { LawEvent } from './law-event.entity.ts';
import { Turning } from './turning.service.ts';
import { Where } from './where.ts';

/** What was decreed or announced for all requests under a law. */
@Injectable()
export class ClosuresService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Now) private readonly now: Now,
    @Inject(Turning) private readonly turning: Turning,
  ) {}

  async list(call: Call, query: ClosuresQuery): Promise<Page<ClosureView>> {
    const { limit, after } = pageOf(query, 2);
    const where = new Where({ where: '1 = 1', parameters: {} });
    if (!query.withdrawn) where.and('w.event_id IS NULL');
    if (query.jurisdiction !== undefined)
      where.and('e.jurisdiction = :jurisdiction', { jurisdiction: query.jurisdiction });
    if (query.statute !== undefined) {
      const jurisdictionOf = findStatute(query.statute)?.jurisdiction ?? null;
      where.and('(e.statute_id = :statute OR e.jurisdiction = :jurisdictionOf)', {
        statute: query.statute,
        jurisdictionOf,
      });
    }
    if (query.from !== undefined) where.and('e.to_on >= :from', { from: query.from });
    if (query.to !== undefined) where.and('e.from_on <= :to', { to: query.to });
    if (after) where.and('(e.from_on, e.id) > (:afterOn, :afterId)', { afterOn: after[0], afterId: after[1] });
    const rows = await this.database.read((scope) => find(scope, where, limit + 1));
    return toPage(
      call,
      limit,
      rows,
      (row) => [row.from, row.id],
      (row) => row,
    );
  }

  async add(tx: Tx, me: User, given: NewClosure): Promise<ClosureView> {
    checkFit(given);
    const { from, to, effect, says } = given;
    const { label, url } = given.cites;
    const event: LawEvent = {
      id: v7(),
      jurisdiction: given.jurisdiction ?? null,
      statuteId: given.statute ?? null,
      fromOn: from,
      toOn: to,
      effect,
      says,
      cites: url === undefined ? { label } : { label, url },
      recordedAt: this.now.instant(),
      recordedBy: me.id,
    };
    await refuseTwin(tx, event);
    await tx.em.insert(LawEvent, event);
    await this.turning.closureChanged(tx, event);
    return toView(event);
  }

  /** Once withdrawn it stays so, and a second time changes nothing. */
  async withdraw(tx: Tx, me: User, id: string): Promise<void> {
    const event = await tx.em.findOneBy(LawEvent, { id });
    if (!event) throw notFound('closure');
    const withdrawn = await sql(
      tx,
      `INSERT INTO law_event_withdrawal (event_id, withdrawn_at, withdrawn_by) VALUES (:id, :at, :by)
       ON CONFLICT DO NOTHING RETURNING event_id`,
      { id, at: this.now.instant(), by: me.id },
    );
    if (withdrawn.length > 0) await this.turning.closureChanged(tx, event);
  }
}

/** Throws `does-not-fit` unless the days are in order and the laws are known. */
function checkFit({ jurisdiction, statute, from, to }: NewClosure): void {
  if ((jurisdiction === undefined) === (statute === undefined)) {
    throw doesNotFit(
      statute === undefined ? '/jurisdiction' : '/statute',
      statute === undefined
        ? 'or statute must say whose closure it is'
        : 'and jurisdiction are given; one must say whose it is',
    );
  }
  checkDays({ from, to }, '');
  if (statute !== undefined) statuteOf(statute);
  if (jurisdiction === undefined || statutes.some((one) => one.jurisdiction === jurisdiction)) return;
  throw new DeskError('does-not-fit', `jurisdiction is none of a law that this desk knows ("${jurisdiction}").`, {
    errors: [{ pointer: '/jurisdiction', detail: 'must be that of a law, as in GET /statutes' }],
    accepted: [...new Set(statutes.map((one) => one.jurisdiction))].sort(),
  });
}

/** The same closure twice would leave one standing when the other is withdrawn. */
async function refuseTwin(tx: Tx, event: LawEvent): Promise<void> {
  const where = new Where({ where: 'w.event_id IS NULL', parameters: {} });
  const { jurisdiction, statuteId, fromOn, toOn, effect, says } = event;
  if (jurisdiction !== null) where.and('e.jurisdiction = :jurisdiction', { jurisdiction });
  if (statuteId !== null) where.and('e.statute_id = :statuteId', { statuteId });
  where.and('e.from_on = :fromOn AND e.to_on = :toOn', { fromOn, toOn });
  where.and('e.effect = :effect AND e.says = :says', { effect, says });
  const [twin] = await find(tx, where, 1);
  if (twin) throw new DeskError('conflict', `This closure is known already: ${twin.id}.`);
}

interface Row {
  id: string;
  jurisdiction: string | null;
  statute_id: string | null;
  from_on: ClosureView['from'];
  to_on: ClosureView['to'];
  effect: ClosureView['effect'];
  says: string;
  cites: string;
  recorded_at: Instant;
  recorded_by: string;
  withdrawn_at: Instant | null;
}

async function find(scope: Scope, where: Where, limit: number): Promise<ClosureView[]> {
  const rows = await sql<Row>(
    scope,
    `SELECT e.*, w.withdrawn_at FROM law_event e LEFT JOIN law_event_withdrawal w ON w.event_id = e.id
     WHERE ${where.text} ORDER BY e.from_on, e.id LIMIT :limit`,
    { ...where.parameters, limit },
  );
  return rows.map((row) => ({
    id: row.id,
    jurisdiction: row.jurisdiction,
    statute: row.statute_id,
    from: row.from_on,
    to: row.to_on,
    effect: row.effect,
    says: row.says,
    cites: JSON.parse(row.cites) as ClosureView['cites'],
    recordedAt: row.recorded_at,
    recordedBy: row.recorded_by,
    withdrawnAt: row.withdrawn_at,
  }));
}

function toView(event: LawEvent): ClosureView {
  const { id, jurisdiction, statuteId, fromOn, toOn, effect, says, cites, recordedAt, recordedBy } = event;
  const days = { from: fromOn, to: toOn };
  return {
    id,
    jurisdiction,
    statute: statuteId,
    ...days,
    effect,
    says,
    cites,
    recordedAt,
    recordedBy,
    withdrawnAt: null,
  };
}
