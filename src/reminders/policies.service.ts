import { Inject, Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { User } from '../auth/user.entity.ts';
import { Database, type Scope, type Tx } from '../database/database.ts';
import { isDuplicate } from '../database/engine.ts';
import { sql } from '../database/sql.ts';
import { DeskError, notFound } from '../errors.ts';
import { checkVersion, stale } from '../http/etag.ts';
import type { Call } from '../http/once.ts';
import { type PageQuery, pageOf, toPage } from '../http/page.ts';
import { Now } from '../now.ts';
import { access, visibleInSql } from '../requests/access.ts';
import { Where } from '../requests/where.ts';
import { BUILT_IN, type PolicyBody } from './policy.ts';
import { type PolicyScope, policyScopes, ReminderPolicy } from './policy.entity.ts';
import { checkPeople, floorNotes, readPolicy } from './policy-reading.ts';
import { PolicyChanged } from './policy-replan.ts';
import type { PolicyDto, PolicyList, PolicyVersionList, PolicyVersionView, PolicyView } from './policies.dto.ts';

/** Which policies are set, by whom; setting and taking them back. */
@Injectable()
export class PoliciesService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Now) private readonly now: Now,
    @Inject(PolicyChanged) private readonly changed: PolicyChanged,
  ) {}

  /** The desk's, one's own, and those of the requests and tags that one sees. */
  async list(user: User, call: Call, query: PageQuery): Promise<PolicyList> {
    const { limit, after } = pageOf(query, 2);
    const where = seenBy(user);
    where.and('p.body IS NOT NULL');
    if (after)
      where.and('(p.scope, p.subject) > (:afterScope, :afterSubject)', {
        afterScope: after[0],
        afterSubject: after[1],
      });
    const page = await this.database.read(async (scope) => {
      const rows = await current(scope, where, limit + 1);
      return toPage(call, limit, rows, (row) => [row.scope, row.subject], toView);
    });
    return { ...page, builtIn: BUILT_IN };
  }

  async read(user: User, of: string, subject: string): Promise<PolicyView> {
    const where = seenBy(user);
    where.and('p.scope = :of AND p.subject = :subject AND p.body IS NOT NULL', { of, subject });
    const [found] = await this.database.read((scope) => current(scope, where, 1));
    if (!found) throw notFound('reminder policy');
    return toView(found);
  }

  /** Every version that was ever set, newest first; also of one that was taken back. */
  async versions(user: User, call: Call, of: string, subject: string, query: PageQuery): Promise<PolicyVersionList> {
    const { limit, after } = pageOf(query, 1);
    const where = seenBy(user);
    where.and('p.scope = :of AND p.subject = :subject', { of, subject });
    if (after) where.and('p.version < :after', { after: after[0] });
    return this.database.read(async (scope) => {
      const rows = await selected(scope, where, 'p.version DESC', limit + 1);
      if (rows.length === 0 && !after) throw notFound('reminder policy');
      return toPage(call, limit, rows, (row) => [row.version], toVersionView);
    });
  }

  /** Sets it as a new version; requests are planned anew by a job. The same once more changes nothing. */
  async set(tx: Tx, user: User, of: string, subject: string, given: PolicyDto, ifMatch?: string): Promise<PolicyView> {
    const scope = await mayChange(tx, user, of, subject);
    const body = readPolicy(given);
    if (scope === 'person' && body.escalation) {
      const errors = [{ pointer: '/escalation', detail: 'is not for a person to set for all others' }];
      throw new DeskError('does-not-fit', 'A policy of your own cannot decide who else is told.', { errors });
    }
    await checkPeople(tx, body);
    const known = await newest(tx, scope, subject);
    if (ifMatch !== undefined) checkVersion(ifMatch, known?.version ?? 0);
    if (JSON.stringify(known?.body ?? null) !== JSON.stringify(body)) {
      await this.#append(tx, user, { scope, subject, body, version: (known?.version ?? 0) + 1 });
    }
    const where = new Where({ where: 'p.scope = :of AND p.subject = :subject', parameters: { of, subject } });
    return toView((await current(tx, where, 1))[0]!);
  }

  /** Takes it back; its versions stay on record. */
  async remove(tx: Tx, user: User, of: string, subject: string): Promise<void> {
    const scope = await mayChange(tx, user, of, subject);
    const known = await newest(tx, scope, subject);
    if (!known?.body) throw notFound('reminder policy');
    await this.#append(tx, user, { scope, subject, body: null, version: known.version + 1 });
  }

  async #append(tx: Tx, user: User, fields: Pick<ReminderPolicy, 'scope' | 'subject' | 'body' | 'version'>) {
    const policy = { id: v7(), ...fields, setAt: this.now.instant(), setBy: user.id };
    try {
      await tx.em.insert(ReminderPolicy, policy);
    } catch (error) {
      throw isDuplicate(error) ? stale() : error;
    }
    await this.changed.ask(tx, policy);
  }
}

/** The desk's and a tag's by owners, a request's by who may write it, a person's by oneself. */
async function mayChange(tx: Tx, user: User, of: string, subject: string): Promise<PolicyScope> {
  const scope = policyScopes.find((one) => one === of);
  if (!scope || (scope === 'desk' && subject !== 'desk') || (scope === 'tag' && !isTag(subject))) {
    throw notFound('reminder policy');
  }
  if (scope === 'request') await access(tx, user, subject, 'write');
  else if (scope === 'person' && subject !== user.id) {
    throw new DeskError('forbidden', 'Everybody sets their own policy, and nobody that of others.');
  } else if (scope !== 'person' && user.role !== 'owner') {
    throw new DeskError('forbidden', `The policy of a ${scope} is for owners to set.`);
  }
  return scope;
}

function isTag(text: string): boolean {
  return text.length > 0 && text.length <= 100 && text === text.trim();
}

type Row = ReminderPolicy & { setByName: string };

/** Whose policies one may know of: a tag or a request that one does not see is not named. */
function seenBy(user: User): Where {
  const { where, parameters } = visibleInSql(user, 'r');
  return new Where({
    where: `(p.scope = 'desk' OR (p.scope = 'person' AND p.subject = :me)
      OR (p.scope = 'request' AND EXISTS (SELECT 1 FROM request r WHERE r.id = p.subject AND ${where}))
      OR (p.scope = 'tag' AND (:role = 'owner' OR EXISTS (SELECT 1 FROM request_tag t JOIN request r ON r.id = t.request_id
        WHERE t.tag = p.subject AND ${where}))))`,
    parameters: { ...parameters, me: user.id, role: user.role },
  });
}

/** The newest versions that fit, by scope and subject. */
function current(scope: Scope, where: Where, limit: number): Promise<Row[]> {
  where.and(
    'p.version = (SELECT max(n.version) FROM reminder_policy n WHERE n.scope = p.scope AND n.subject = p.subject)',
  );
  return selected(scope, where, 'p.scope, p.subject', limit);
}

async function selected(scope: Scope, where: Where, order: string, limit: number): Promise<Row[]> {
  const rows = await sql<Omit<Row, 'body'> & { body: string | null }>(
    scope,
    `SELECT p.id, p.scope, p.subject, p.version, p.body, p.set_at AS "setAt", p.set_by AS "setBy", u.name AS "setByName"
     FROM reminder_policy p JOIN desk_user u ON u.id = p.set_by
     WHERE ${where.text} ORDER BY ${order} LIMIT :limit`,
    { ...where.parameters, limit },
  );
  return rows.map((row) => ({ ...row, body: row.body === null ? null : (JSON.parse(row.body) as PolicyBody) }));
}

function newest(tx: Tx, scope: PolicyScope, subject: string): Promise<ReminderPolicy | null> {
  return tx.em.findOne(ReminderPolicy, { where: { scope, subject }, order: { version: 'DESC' } });
}

function toView({ scope, subject, version, body, setAt, setBy, setByName }: Row): PolicyView {
  const policy = body ?? {};
  return { scope, subject, version, policy, floor: floorNotes(policy), setAt, setBy: { id: setBy, name: setByName } };
}

function toVersionView({ version, body, setAt, setBy, setByName }: Row): PolicyVersionView {
  return { version, policy: body, setAt, setBy: { id: setBy, name: setByName } };
}
