import type { Scope } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import type { Instant } from '../now.ts';
import type { Request } from '../requests/request.entity.ts';
import { BUILT_IN, type Policy, type PolicyBody, policyOf } from './policy.ts';
import type { PolicyInForce } from './ledger.entity.ts';
import type { PolicyScope } from './policy.entity.ts';

/** The policies in force for some requests and people, and what they come to together. */
export class Policies {
  readonly #bodies: ReadonlyMap<string, PolicyBody>;
  readonly #versions: ReadonlyMap<string, number>;
  readonly #merged = new Map<string, Policy>();

  constructor(bodies: ReadonlyMap<string, PolicyBody>, versions: ReadonlyMap<string, number> = new Map()) {
    this.#bodies = bodies;
    this.#versions = versions;
  }

  /** The versions that hold for the request and these people, the least special first. None: as built in. */
  inForce(request: Pick<Request, 'id' | 'tags'>, people: readonly string[]): PolicyInForce[] {
    if (this.#bodies.size === 0) return [];
    const layers: [PolicyScope, string][] = [
      ['desk', 'desk'],
      ...request.tags.map((tag): [PolicyScope, string] => ['tag', tag]),
      ['request', request.id],
      ...[...new Set(people)].sort().map((id): [PolicyScope, string] => ['person', id]),
    ];
    return layers.flatMap(([scope, subject]) => {
      const version = this.#versions.get(keyOf(scope, subject));
      return version === undefined ? [] : [{ scope, subject, version }];
    });
  }

  /** What holds for the request; for one person, with that person's own on top. The same object for the same policies. */
  of(request: Pick<Request, 'id' | 'tags'>, personId?: string): Policy {
    if (this.#bodies.size === 0) return BUILT_IN;
    const tags = request.tags.filter((tag) => this.#bodies.has(keyOf('tag', tag)));
    const own = this.#bodies.has(keyOf('request', request.id)) ? request.id : '';
    const person = personId !== undefined && this.#bodies.has(keyOf('person', personId)) ? personId : '';
    const key = JSON.stringify([own, person, ...tags]);
    const known = this.#merged.get(key);
    if (known) return known;
    const found = this.#bodies;
    const layers = {
      desk: found.get(keyOf('desk', 'desk')) ?? null,
      tags: tags.map((tag) => found.get(keyOf('tag', tag))!),
      request: found.get(keyOf('request', own)) ?? null,
      person: found.get(keyOf('person', person)) ?? null,
    };
    const isPlain = !layers.desk && tags.length === 0 && !layers.request && !layers.person;
    const policy = isPlain ? BUILT_IN : policyOf(layers);
    this.#merged.set(key, policy);
    return policy;
  }

  /** The same with one more, or another, as if it had been set. */
  with(scope: PolicyScope, subject: string, body: PolicyBody): Policies {
    return new Policies(new Map([...this.#bodies, [keyOf(scope, subject), body]]), this.#versions);
  }
}

function keyOf(scope: PolicyScope, subject: string): string {
  return `${scope} ${subject}`;
}

/**
 * Those that may concern these requests, and the people of whom one cannot know yet who will be told: as they are now, or
 * as they were at a moment.
 */
export async function loadPolicies(scope: Scope, requests: readonly Request[], then?: Instant): Promise<Policies> {
  const rows = await sql<{ scope: PolicyScope; subject: string; version: number; body: string }>(
    scope,
    `SELECT p.scope, p.subject, p.version, p.body FROM reminder_policy p
     WHERE (p.scope IN ('desk', 'person') OR (p.scope = 'request' AND p.subject IN (:ids)) OR (p.scope = 'tag' AND p.subject IN (:tags)))
     AND p.body IS NOT NULL AND p.version =
       (SELECT max(n.version) FROM reminder_policy n WHERE n.scope = p.scope AND n.subject = p.subject
        ${then === undefined ? '' : 'AND n.set_at <= :then'})`,
    {
      ids: requests.map((one) => one.id),
      tags: [...new Set(requests.flatMap((one) => one.tags))],
      ...(then !== undefined && { then }),
    },
  );
  return new Policies(
    new Map(rows.map((row) => [keyOf(row.scope, row.subject), JSON.parse(row.body) as PolicyBody])),
    new Map(rows.map((row) => [keyOf(row.scope, row.subject), row.version])),
  );
}
