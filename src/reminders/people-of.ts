import { User } from '../auth/user.entity.ts';
import type { Scope } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { visibleAmong } from '../requests/access.ts';
import type { Request } from '../requests/request.entity.ts';
import type { PolicyInForce } from './ledger.entity.ts';
import type { Policy } from './policy.ts';
import { loadPolicies, type Policies } from './policy-store.ts';
import type { People, Person } from './recipients.ts';

/** Everybody who may be told of some requests, with what they want to be told, in a handful of queries. */
export class PeopleOf {
  readonly users: ReadonlyMap<string, User>;
  readonly #owners: readonly User[];

  private constructor(
    users: readonly User[],
    private readonly policies: Policies,
    /** By request, those who watch it and may see it. */
    private readonly watchers: ReadonlyMap<string, readonly string[]>,
    /** Of requests that not everybody sees: who of all these may. */
    private readonly seenBy: ReadonlyMap<string, ReadonlySet<string>>,
  ) {
    this.users = new Map(users.map((user) => [user.id, user]));
    this.#owners = users.filter((user) => user.role === 'owner').sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  /** `supposing`: as if other policies were in force. */
  static async load(
    scope: Scope,
    requests: readonly Request[],
    others: readonly string[] = [],
    supposing: (policies: Policies) => Policies = (policies) => policies,
  ): Promise<PeopleOf> {
    const policies = supposing(await loadPolicies(scope, requests));
    const watchers = await loadWatchers(scope, requests);
    const told = requests.flatMap((one) => policies.of(one).escalation?.to ?? []);
    const ids = new Set(requests.flatMap((request) => [request.creatorId, request.assigneeId ?? request.creatorId]));
    for (const id of [...others, ...told, ...[...watchers.values()].flat()]) ids.add(id);
    const roles = told.includes('editors') ? ['owner', 'editor'] : ['owner'];
    const query = scope.em.createQueryBuilder(User, 'user').where('user.role IN (:...roles)', { roles });
    const users = await query.orWhere('user.id IN (:...ids)', { ids: [...ids] }).getMany();
    const beside = new Set([...told, ...[...watchers.values()].flat()]);
    const asked = users.filter((user) => beside.has(user.id) || beside.has(`${user.role}s`));
    return new PeopleOf(users, policies, watchers, await seen(scope, requests, asked));
  }

  policyOf(request: Request): Policy {
    return this.policies.of(request);
  }

  /** Which versions of policies those are, for the request and these of its people. */
  policiesFor(request: Request, people: readonly string[]): PolicyInForce[] {
    return this.policies.inForce(request, people);
  }

  around(request: Request): People {
    const { assigneeId, creatorId } = request;
    const person = (user: User): Person => toPerson(user, this.policies.of(request, user.id));
    const one = (id: string): Person => person(this.users.get(id)!);
    const maySee = (id: string) => this.seenBy.get(request.id)?.has(id) ?? true;
    const to = this.policies.of(request).escalation?.to ?? [];
    const escalated = [...this.users.values()].filter((user) => to.includes(user.id) || to.includes(`${user.role}s`));
    return {
      assignee: assigneeId ? one(assigneeId) : null,
      creator: one(creatorId),
      owners: this.#owners.map(person),
      watchers: (this.watchers.get(request.id) ?? []).filter(maySee).map(one),
      escalation: escalated
        .filter((user) => maySee(user.id))
        .sort((a, b) => (a.id < b.id ? -1 : 1))
        .map(person),
    };
  }
}

/** A user as the planner sees them. */
export function toPerson({ id, timeZone, disabledAt, notifications }: User, policy?: Policy): Person {
  const own = { ...(policy && { policy }), ...(notifications && { ways: notifications }) };
  return { id, timeZone, active: disabledAt === null, ...own };
}

async function loadWatchers(scope: Scope, requests: readonly Request[]): Promise<Map<string, string[]>> {
  const rows = await sql<{ request_id: string; user_id: string }>(
    scope,
    'SELECT request_id, user_id FROM request_watcher WHERE request_id IN (:ids) ORDER BY request_id, user_id',
    { ids: requests.map((request) => request.id) },
  );
  const found = new Map<string, string[]>();
  for (const row of rows) found.set(row.request_id, [...(found.get(row.request_id) ?? []), row.user_id]);
  return found;
}

async function seen(
  scope: Scope,
  requests: readonly Request[],
  users: readonly User[],
): Promise<Map<string, Set<string>>> {
  const closed = requests.filter((request) => request.access !== 'everyone').map((request) => request.id);
  const found = new Map<string, Set<string>>(closed.map((id) => [id, new Set<string>()]));
  for (const user of closed.length > 0 ? users : []) {
    for (const id of await visibleAmong(scope, user, closed)) found.get(id)!.add(user.id);
  }
  return found;
}
