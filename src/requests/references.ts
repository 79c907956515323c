import { Agency } from '../agencies/agency.entity.ts';
import { User } from '../auth/user.entity.ts';
import type { Scope } from '../database/database.ts';
import { In } from 'typeorm';
import type { StatusChange } from '../law/status-change.ts';
import { visibleAmong } from './access.ts';
import { doesNotFit } from './facts.ts';
import type { Related } from './request.entity.ts';
import type { Read } from './status-changes.pipe.ts';

type Fields = Record<string, unknown>;

/** Something in the input that names another thing of this desk. */
interface Reference {
  pointer: string;
  id: string;
}

/**
 * Requests that the input names must exist and be visible to `user`; what is hidden is refused in the words for what
 * does not exist.
 */
export async function mustSee(scope: Scope, user: User, references: readonly Reference[]): Promise<void> {
  if (references.length === 0) return;
  const seen = await visibleAmong(
    scope,
    user,
    references.map((reference) => reference.id),
  );
  const missing = references.find((reference) => !seen.has(reference.id));
  if (missing) throw doesNotFit(missing.pointer, 'names no request that is open to you');
}

/** Somebody who can be given work: they exist, and are not disabled. */
export async function mustBeUser(scope: Scope, id: string | null | undefined, pointer: string): Promise<void> {
  if (id === null || id === undefined) return;
  const user = await scope.em.findOneBy(User, { id });
  if (!user || user.disabledAt !== null) throw doesNotFit(pointer, 'names no user of this desk');
}

export function relatedReferences(related: readonly Related[] | undefined): Reference[] {
  return (related ?? []).map((one, i) => ({ pointer: `/related/${i}/requestId`, id: one.requestId }));
}

/** Requests and agencies that status changes name. */
export async function mustKnow(scope: Scope, user: User, reads: readonly Read[], ownId: string): Promise<void> {
  const requests: Reference[] = [];
  const agencies: Reference[] = [];
  for (const { change, at } of reads) {
    collect(change as unknown as Fields, at, requests, agencies);
  }
  const own = requests.find((reference) => reference.id === ownId);
  if (own) throw doesNotFit(own.pointer, 'names this request itself');
  await mustSee(scope, user, requests);
  if (agencies.length === 0) return;
  const found = await scope.em.findBy(Agency, { id: In(agencies.map((agency) => agency.id)) });
  const missing = agencies.find((agency) => !found.some((one) => one.id === agency.id));
  if (missing) throw doesNotFit(missing.pointer, 'names no agency of this desk');
}

/** Shows facts as `user` may read them: without the requests that they may not see. */
export async function asSeenBy(
  scope: Scope,
  user: User,
  changes: readonly StatusChange[],
): Promise<(change: StatusChange) => StatusChange> {
  const named: Reference[] = [];
  for (const change of changes) collect(change as unknown as Fields, '', named, []);
  const seen = await visibleAmong(
    scope,
    user,
    named.map((reference) => reference.id),
  );
  if (named.every((reference) => seen.has(reference.id))) return (change) => change;
  return (change) => withoutUnseen(change as unknown as Fields, seen) as unknown as StatusChange;
}

function withoutUnseen(fields: Fields, seen: ReadonlySet<string>): Fields {
  const { newRequestId, withRequestIds, replacement, ...rest } = fields;
  return {
    ...rest,
    ...(typeof newRequestId === 'string' && seen.has(newRequestId) && { newRequestId }),
    ...(Array.isArray(withRequestIds) && { withRequestIds: withRequestIds.filter((id: string) => seen.has(id)) }),
    ...(replacement !== undefined && { replacement: replacement && withoutUnseen(replacement as Fields, seen) }),
  };
}

function collect(fields: Fields, at: string, requests: Reference[], agencies: Reference[]): void {
  const withIds = (fields.withRequestIds ?? []) as string[];
  withIds.forEach((id, i) => requests.push({ pointer: `${at}/withRequestIds/${i}`, id }));
  if (typeof fields.newRequestId === 'string')
    requests.push({ pointer: `${at}/newRequestId`, id: fields.newRequestId });
  if (typeof fields.toAgencyId === 'string') agencies.push({ pointer: `${at}/toAgencyId`, id: fields.toAgencyId });
  if (fields.replacement) collect(fields.replacement as Fields, `${at}/replacement`, requests, agencies);
}
