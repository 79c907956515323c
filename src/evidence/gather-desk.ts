import { In } from 'typeorm';
import { User } from '../auth/user.entity.ts';
import type { Scope } from '../database/database.ts';
import { toHandOver } from '../ledger/hand-over.ts';
import type { LedgerEntry } from '../ledger/ledger.dto.ts';
import { entriesOf } from '../ledger/ledger.service.ts';
import { Reminder } from '../reminders/reminder.entity.ts';
import { access } from '../requests/access.ts';
import { whoBelongs } from '../requests/members.ts';
import type { MemberView } from '../requests/people.dto.ts';
import { Note, type Request } from '../requests/request.entity.ts';
import type { StatusChangeRow } from '../requests/status-change.entity.ts';
import type { Extra } from './package.dto.ts';
import type { PackedDocument } from './part.ts';

/** What the desk knows of itself; each only if it was asked for. */
export interface DeskFacts {
  /** What to call whoever recorded or attached something: a name, or the same stand-in throughout the package. */
  calledOf: ReadonlyMap<string, string>;
  notes?: Note[];
  assignee?: { id: string; name: string } | null;
  reminders?: Reminder[];
  ledger?: LedgerEntry[];
  members?: MemberView[];
}

export async function gatherDesk(
  scope: Scope,
  user: User,
  request: Request,
  rows: readonly StatusChangeRow[],
  documents: readonly PackedDocument[],
  include: ReadonlySet<Extra>,
): Promise<DeskFacts> {
  await access(scope, user, request.id, 'read');
  const requestId = request.id;
  const kept: Omit<DeskFacts, 'calledOf'> = {
    ...(include.has('notes') && { notes: await scope.em.find(Note, { where: { requestId }, order: { id: 'ASC' } }) }),
    ...(include.has('assignees') && { assignee: await nameOf(scope, request.assigneeId) }),
    ...(include.has('reminders') && {
      reminders: await scope.em.find(Reminder, { where: { requestId }, order: { id: 'ASC' } }),
      ledger: await entriesOf(scope, request),
    }),
    ...(include.has('members') && { members: await whoBelongs(scope, request) }),
  };
  const ids = new Set([
    ...rows.map((row) => row.recordedBy),
    ...documents.map(({ document }) => document.addedBy),
    ...(kept.notes ?? []).map((note) => note.authorId),
    ...(kept.reminders ?? []).map((reminder) => reminder.recipientId),
    ...(kept.ledger ?? []).flatMap((entry) => entry.plan.flatMap(({ by }) => by?.id ?? [])),
  ]);
  const byName = include.has('members');
  const called = await calledOf(scope, [...ids], byName);
  return { ...kept, ...(kept.ledger && { ledger: toHandOver(kept.ledger, called, byName) }), calledOf: called };
}

/** Colleagues are not named to whoever gets the package unless that was asked for: numbered as they first appear. */
async function calledOf(scope: Scope, ids: readonly string[], byName: boolean): Promise<Map<string, string>> {
  const users = byName && ids.length > 0 ? await scope.em.findBy(User, { id: In([...ids]) }) : [];
  const names = new Map(users.map((one) => [one.id, one.name]));
  return new Map(ids.map((id, i) => [id, names.get(id) ?? `person ${i + 1} of the desk`]));
}

async function nameOf(scope: Scope, id: string | null): Promise<{ id: string; name: string } | null> {
  const user = id === null ? null : await scope.em.findOneBy(User, { id });
  return user && { id: user.id, name: user.name };
}
