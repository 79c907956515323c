import { Inject, Injectable } from '@nestjs/common';
import type { User } from '../auth/user.entity.ts';
import { Database, type Tx } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { DeskError } from '../errors.ts';
import type { Call } from '../http/once.ts';
import { Once } from '../http/once.ts';
import { type Instant, Now, shift } from '../now.ts';
import { access } from '../requests/access.ts';
import { recordAct } from '../requests/acts.ts';
import { mustNotBeHeld } from '../requests/legal-hold.ts';
import { cleanAnswers } from '../requests/redact.ts';
import { BlobStore } from './blob-store.ts';
import { DocumentFollowers } from './document-follower.ts';
import { Blob, Document } from './document.entity.ts';
import { Keeping } from './keeping.service.ts';
import { openTo } from './open-to.ts';

/** So long may whoever added a document take it back; after that it is an owner's affair. */
const TAKES_BACK_WITHIN_MS = 24 * 60 * 60 * 1000;

/**
 * Removes documents. What was there, who removed it, when and why stays in the request's timeline; the bytes go when no
 * other document names them.
 */
@Injectable()
export class Removal {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Once) private readonly once: Once,
    @Inject(BlobStore) private readonly store: BlobStore,
    @Inject(DocumentFollowers) private readonly followers: DocumentFollowers,
    @Inject(Keeping) private readonly keeping: Keeping,
    @Inject(Now) private readonly now: Now,
  ) {}

  /** Throws `forbidden`, or `conflict` while the request is under legal hold. */
  async remove(call: Call, id: string, reason: string): Promise<void> {
    const { user } = call;
    const sha256 = await this.#removable(user, id);
    // From here on a crash at any moment leaves a waiting copy, by which the sweep ends what was begun.
    const held = sha256 && (await this.store.hold(sha256));
    try {
      if (held) await this.store.refresh({ waiting: held });
      await this.once.write(call, 204, (tx) => this.#remove(tx, user, id, reason));
    } finally {
      if (held) await this.keeping.settle(held);
    }
  }

  /** Its SHA-256; null when it is not there: then the write says so, or repeats an earlier answer. */
  async #removable(user: User, id: string): Promise<string | null> {
    return this.database.read(async (scope) => {
      const document = await openTo(scope, user, id, 'read').catch((error: unknown) => {
        if (error instanceof DeskError && error.code === 'not-found') return null;
        throw error;
      });
      if (!document) return null;
      mustBeTheirs(user, document, this.now.instant());
      mustNotBeHeld(await access(scope, user, document.requestId, 'read'), 'no document is removed');
      return document.sha256;
    });
  }

  async #remove(tx: Tx, user: User, id: string, reason: string): Promise<void> {
    const { requestId } = await openTo(tx, user, id, 'read');
    const request = await access(tx, user, requestId, 'write');
    // Read again under the lock: it may have been removed meanwhile.
    const document = await openTo(tx, user, id, 'read');
    const at = this.now.instant();
    mustBeTheirs(user, document, at);
    mustNotBeHeld(request, 'no document is removed');
    const { sha256, filename, addedAt, addedBy } = document;
    const { size } = await holdBlob(tx, sha256);
    await recordAct(tx, {
      requestId,
      kind: 'document-removed',
      facts: { documentId: id, sha256, size, addedAt, addedBy },
      texts: { reason, filename },
      actedAt: at,
      actedBy: user.id,
    });
    await this.followers.changed(tx, { because: 'removed', document, byUserId: user.id, at });
    await tx.em.delete(Document, { id });
    // What was read off it has gone with the followers.
    if (!(await tx.em.existsBy(Document, { sha256 }))) await tx.em.delete(Blob, { sha256 });
    const words = [filename, document.label, document.memberPath].filter((text) => text !== null);
    await cleanAnswers(tx, id, words);
    tx.leaveNoTrace();
  }
}

function mustBeTheirs(user: User, { addedBy, addedAt }: Document, now: Instant): void {
  if (user.role === 'owner') return;
  if (user.role === 'editor' && addedBy === user.id && shift(addedAt, TAKES_BACK_WITHIN_MS) > now) return;
  throw new DeskError('forbidden', 'A document is removed by an owner, or within 24 hours by whoever added it.');
}

/** Locks the content's row, so that whoever lists the same bytes now waits for what becomes of it. */
async function holdBlob(tx: Tx, sha256: string): Promise<Pick<Blob, 'size'>> {
  const lock = tx.engine === 'postgres' ? ' FOR UPDATE' : '';
  const [row] = await sql<{ size: number | string }>(tx, `SELECT size FROM blob WHERE sha256 = :sha256${lock}`, {
    sha256,
  });
  return { size: Number(row!.size) };
}
