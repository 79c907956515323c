import { Inject, Injectable } from '@nestjs/common';
import type { User } from '../auth/user.entity.ts';
import { LOG } from '../core.module.ts';
import { Database, type Tx } from '../database/database.ts';
import { checkVersion } from '../http/etag.ts';
import type { Log } from '../log.ts';
import { Now } from '../now.ts';
import { access } from '../requests/access.ts';
import { DocumentFollowers } from './document-follower.ts';
import { Blob, Document } from './document.entity.ts';
import type { DocumentEdit, DocumentView } from './documents.dto.ts';
import { openTo } from './open-to.ts';
import { mustBelong, viewOf, viewsOf } from './views.ts';

/** Shows documents, and changes what is said of them. */
@Injectable()
export class DocumentsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(DocumentFollowers) private readonly followers: DocumentFollowers,
    @Inject(Now) private readonly now: Now,
    @Inject(LOG) private readonly log: Log,
  ) {}

  async list(user: User, requestId: string, limit: number, after: string | null): Promise<DocumentView[]> {
    return this.database.read(async (scope) => {
      await access(scope, user, requestId, 'read');
      const query = scope.em
        .createQueryBuilder(Document, 'document')
        .where('document.requestId = :requestId', { requestId });
      if (after !== null) query.andWhere('document.id > :after', { after });
      return viewsOf(scope, await query.orderBy('document.id').limit(limit).getMany());
    });
  }

  async get(user: User, id: string): Promise<DocumentView> {
    return this.database.read(async (scope) => viewOf(scope, await openTo(scope, user, id, 'read')));
  }

  async edit(tx: Tx, user: User, id: string, edit: DocumentEdit, ifMatch: string | undefined): Promise<DocumentView> {
    const { requestId } = await openTo(tx, user, id, 'write');
    // Read again under the lock: only now does nobody else change or remove it.
    const document = await openTo(tx, user, id, 'read');
    checkVersion(ifMatch, document.version);
    if (edit.statusChangeId) await mustBelong(tx, requestId, edit.statusChangeId);
    await tx.em.update(Document, { id }, { ...edit, version: document.version + 1 });
    const edited = await tx.em.findOneByOrFail(Document, { id });
    const at = this.now.instant();
    await this.followers.changed(tx, { because: 'edited', document: edited, byUserId: user.id, at });
    return viewOf(tx, edited);
  }

  /** A document and its content's digests, for handing it out. */
  async content(user: User, id: string): Promise<{ document: Document; blob: Blob }> {
    return this.database.read(async (scope) => {
      const document = await openTo(scope, user, id, 'read');
      return { document, blob: await scope.em.findOneByOrFail(Blob, { sha256: document.sha256 }) };
    });
  }

  /** Remembers that the stored bytes are not what they were: they are not handed out again before `verify` finds them well. */
  async markDamaged(sha256: string, damage: string): Promise<void> {
    const damagedAt = this.now.instant();
    this.log.error({ sha256, damage }, 'A stored file is damaged. Restore it from a backup, then run `verify`.');
    await this.database.write((tx) => tx.em.update(Blob, { sha256 }, { damagedAt, damage }));
  }
}
