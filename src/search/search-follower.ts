import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Tx } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { type DocumentChange, type DocumentFollower, DocumentFollowers } from '../documents/document-follower.ts';
import { Jobs } from '../jobs/jobs.service.ts';
import { PRIORITY } from '../jobs/priorities.ts';
import { isKind, type StatusChange } from '../law/status-change.ts';
import type { PlainDate } from '../law/plain-date.ts';
import type { Instant } from '../now.ts';
import { type Change, type Follower, Followers } from '../requests/follower.ts';
import { type NoteChange, type NoteFollower, NoteFollowers } from '../requests/note-follower.ts';
import { Entries, type Findable } from './entries.ts';
import { held, IndexDocument } from './index-document.ts';
import { textOfDocument, textOfRequest, textsOfStatusChanges } from './texts.ts';

export const INDEX_DOCUMENT = 'index-document';

/**
 * Keeps what can be found true to what there is, in the transaction that changes it. Pages follow by a job: they may be
 * twenty thousand. What is no longer so is not found from the commit on.
 */
@Injectable()
export class SearchFollower implements Follower, DocumentFollower, NoteFollower, OnModuleInit {
  constructor(
    @Inject(Followers) private readonly followers: Followers,
    @Inject(DocumentFollowers) private readonly documentFollowers: DocumentFollowers,
    @Inject(NoteFollowers) private readonly noteFollowers: NoteFollowers,
    @Inject(Jobs) private readonly jobs: Jobs,
    @Inject(Entries) private readonly entries: Entries,
    @Inject(IndexDocument) private readonly indexDocument: IndexDocument,
  ) {}

  onModuleInit(): void {
    this.followers.add(this);
    this.documentFollowers.add(this);
    this.noteFollowers.add(this);
    this.jobs.register(INDEX_DOCUMENT, {
      run: async (lease) => void (await this.indexDocument.run(lease.subjectId, () => lease.check())),
    });
  }

  /** Neither time nor law changes a text. */
  async changed(tx: Tx, { because, request, added }: Change): Promise<void> {
    if (because !== 'recorded' && because !== 'edited') return;
    await this.entries.replace(tx, [findableRequest(request)]);
    await this.#facts(tx, request.id, added);
  }

  async noteChanged(tx: Tx, { because, note }: NoteChange): Promise<void> {
    if (because === 'removed') await this.entries.forget(tx, [note.id]);
    else await this.entries.replace(tx, [findableNote(note)]);
  }

  async documentChanged(tx: Tx, { because, document }: DocumentChange): Promise<void> {
    if (because === 'removed') await this.entries.forget(tx, [document.id]);
    else if (because !== 'read') await this.entries.replace(tx, [findableDocument(document)]);
    if (because === 'edited') return;
    if (because === 'attached' && !(await isRead(tx, document.sha256))) return;
    await held(tx, document.id);
    await this.entries.hidePages(tx, document.id);
    // Without `dedupe`: a job that runs just now may have looked already.
    await this.jobs.add(tx, { kind: INDEX_DOCUMENT, subjectId: document.id, priority: PRIORITY.reading });
  }

  async #facts(tx: Tx, requestId: string, added: readonly StatusChange[]): Promise<void> {
    if (added.length === 0) return;
    const redacted = added.flatMap((fact) => (isKind(fact, 'redacted') ? [fact.redacts] : []));
    const texts = await textsOfStatusChanges(tx, [...added.map((fact) => fact.id), ...redacted]);
    await this.entries.forget(tx, redacted);
    if (texts.size === 0) return;
    const days = await daysOf(tx, [...texts.keys()]);
    await this.entries.replace(
      tx,
      days.map((fact) => findableFact(fact, texts.get(fact.id)!, requestId)),
    );
  }
}

export function findableRequest(
  request: Parameters<typeof textOfRequest>[0] & { id: string; createdAt: string },
): Findable {
  const of = { requestId: request.id, subjectId: request.id, page: 0, onDay: null, recordedAt: request.createdAt };
  return { kind: 'request', ...of, text: textOfRequest(request) };
}

export function findableNote(note: { id: string; requestId: string; createdAt: string; text: string }): Findable {
  const of = { requestId: note.requestId, subjectId: note.id, page: 0, onDay: null, recordedAt: note.createdAt };
  return { kind: 'note', ...of, text: note.text };
}

export function findableDocument(document: {
  id: string;
  requestId: string;
  label: string | null;
  filename: string;
}): Findable {
  const of = { requestId: document.requestId, subjectId: document.id, page: 0, onDay: null, recordedAt: null };
  return { kind: 'document', ...of, text: textOfDocument(document) };
}

export function findableFact(fact: FactDays, text: string, requestId: string): Findable {
  const at = { onDay: fact.on_day, recordedAt: fact.recorded_at };
  return { kind: 'status-change', requestId, subjectId: fact.id, page: 0, ...at, text };
}

export interface FactDays {
  id: string;
  on_day: PlainDate;
  recorded_at: Instant;
}

async function daysOf(tx: Tx, ids: readonly string[]): Promise<FactDays[]> {
  return sql<FactDays>(tx, `SELECT id, on_day, recorded_at FROM status_change WHERE id IN (:ids) ORDER BY id`, {
    ids: [...ids],
  });
}

async function isRead(tx: Tx, sha256: string): Promise<boolean> {
  const rows = await sql(tx, `SELECT 1 FROM blob_reading WHERE sha256 = :sha256 AND generation IS NOT NULL`, {
    sha256,
  });
  return rows.length > 0;
}
