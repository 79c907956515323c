import { In } from 'typeorm';
import { Agency } from '../agencies/agency.entity.ts';
import { User } from '../auth/user.entity.ts';
import type { Scope, Tx } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { Document } from '../documents/document.entity.ts';
import { DeskError } from '../errors.ts';
import type { Instant } from '../now.ts';
import { access } from '../requests/access.ts';
import type { Request } from '../requests/request.entity.ts';
import { DeadlineMove, StatusChangeRow } from '../requests/status-change.entity.ts';
import type { Importable } from './read-import.ts';

/** Of all advisory locks the one of imports. */
const IMPORTS = 72_430_010;
/** Ids in one question: SQLite takes 32,766 values in a statement. */
const LOT = 5000;

/** Of two imports at once the second finds what the first has brought; on SQLite the queue of writes sees to that. */
export async function oneAtATime(tx: Tx): Promise<void> {
  if (tx.engine === 'postgres') await sql(tx, `SELECT pg_advisory_xact_lock(${IMPORTS})`);
}

/**
 * The request, if this desk has it with the very history of the package; null if it does not have it. Throws `conflict`
 * where it has another history. That a request is here cannot be kept from whoever holds its package, since an id has room for one.
 */
export async function findHere(
  scope: Scope,
  user: User,
  read: Importable,
): Promise<{ request: Request; agency: Agency } | null> {
  const [row] = await sql<{ chain_head: string; chain_count: number }>(
    scope,
    `SELECT chain_head, chain_count FROM request WHERE id = :id`,
    { id: read.requestId },
  );
  if (!row) return null;
  if (row.chain_head !== read.head) throw await clash(scope, read, row.chain_head, Number(row.chain_count));
  const request = await access(scope, user, read.requestId, 'read').catch((error: unknown) => {
    if (!(error instanceof DeskError)) throw error;
    throw new DeskError('conflict', 'This desk has the request of this package already, and it is not open to you.');
  });
  return { request, agency: await scope.em.findOneByOrFail(Agency, { id: request.agencyId }) };
}

/** Which of the two goes further, if either does. */
async function clash(scope: Scope, read: Importable, head: string, count: number): Promise<DeskError> {
  const { rows } = read;
  const isHere = await scope.em.existsBy(StatusChangeRow, { requestId: read.requestId, hash: read.head });
  const goesOn = rows.length > count && (count === 0 || rows[count - 1]!.hash === head);
  const says = goesOn
    ? `the package goes ${factsOf(rows.length - count)} further than this desk`
    : isHere || rows.length === 0
      ? `this desk goes ${factsOf(count - rows.length)} further than the package`
      : 'and the two histories part from one another';
  return new DeskError(
    'conflict',
    `This desk has the request of this package already: ${says}. A history is never written over; record here what is missing.`,
  );
}

function factsOf(count: number): string {
  return count === 1 ? 'one fact' : `${count} facts`;
}

/** Facts and documents have ids of their own; one that is taken by another request is no copy of anything here. */
export async function mustBeFree(tx: Tx, { rows, documents, moves }: Importable): Promise<void> {
  const taken = async (
    entity: typeof StatusChangeRow | typeof Document | typeof DeadlineMove,
    all: string[],
  ): Promise<boolean> => {
    for (let from = 0; from < all.length; from += LOT) {
      if (
        await tx.em.existsBy<StatusChangeRow | Document | DeadlineMove>(entity, { id: In(all.slice(from, from + LOT)) })
      )
        return true;
    }
    return false;
  };
  const facts = rows.map((row) => row.id);
  const ids = documents.map(({ document }) => document.id);
  const moved = moves.map((move) => move.id);
  const twice = new Set(facts).size < facts.length || new Set(moved).size < moved.length;
  const clashes = twice || (await taken(StatusChangeRow, facts)) || (await taken(Document, ids));
  if (!clashes && !(await taken(DeadlineMove, moved))) return;
  throw new DeskError('conflict', 'The package holds a fact or a document whose id another request of this desk has.');
}

/**
 * Rows for those who recorded something at the other desk and are not known here: the ids are part of what was hashed.
 * They are disabled, have no key, and their addresses reach nobody.
 */
export async function placeholders(tx: Tx, read: Importable, at: Instant): Promise<User[]> {
  const ids = new Set([
    ...read.rows.map((row) => row.recordedBy),
    ...read.documents.map(({ document }) => document.addedBy),
  ]);
  const known = await tx.em.findBy(User, { id: In([...ids]) });
  for (const { id } of known) ids.delete(id);
  return [...ids].map((id) => ({
    id,
    name: `Somebody of another desk (${read.number})`,
    email: `${id}@imported.invalid`,
    role: 'viewer' as const,
    timeZone: 'UTC',
    createdAt: at,
    updatedAt: at,
    disabledAt: at,
    notifications: null,
    version: 1,
  }));
}
