import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { In } from 'typeorm';
import { v7 } from 'uuid';
import type { User } from '../auth/user.entity.ts';
import { LOG } from '../core.module.ts';
import { Database, type Scope, type Tx } from '../database/database.ts';
import { DeskError, notFound } from '../errors.ts';
import { checkVersion } from '../http/etag.ts';
import type { Log } from '../log.ts';
import { Now } from '../now.ts';
import { Sweep } from '../jobs/sweep.ts';
import { access } from '../requests/access.ts';
import { StatusChangeRow } from '../requests/status-change.entity.ts';
import { BlobStore } from './blob-store.ts';
import { DocumentFollowers } from './document-follower.ts';
import { Blob, Document } from './document.entity.ts';
import { type BlobFacts, type DocumentEdit, type DocumentView, toDocumentView } from './documents.dto.ts';
import { cleanFilename } from './filename.ts';
import { sniffMediaType } from './media-type.ts';
import type { Upload } from './multipart.ts';
import type { Received } from './waiting.ts';

/** What an upload leaves waiting for longer than this belongs to no upload any more. */
const ABANDONED_MS = 60 * 60 * 1000;
/** Everything but the chunks' digests, which are many. */
const FACTS = { sha256: true, size: true, mediaType: true, damagedAt: true };

export interface Attached {
  document: DocumentView;
  /** False when the request had these very bytes already. */
  isNew: boolean;
}

@Injectable()
export class DocumentsService implements OnModuleInit {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(BlobStore) private readonly store: BlobStore,
    @Inject(DocumentFollowers) private readonly followers: DocumentFollowers,
    @Inject(Sweep) private readonly sweep: Sweep,
    @Inject(Now) private readonly now: Now,
    @Inject(LOG) private readonly log: Log,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.store.open();
    this.sweep.every('uploads', () => this.#clearAway());
    await this.#clearAway();
  }

  /** Throws unless `user` may attach to this request: asked before a byte is read. */
  async mayAttach(user: User, requestId: string): Promise<void> {
    await this.database.read((scope) => access(scope, user, requestId, 'read'));
  }

  /** Lists a received file under a request. The bytes are safe on the disk before the database hears of them. */
  async attach(user: User, requestId: string, { received, filename, fields }: Upload): Promise<Attached> {
    try {
      const blob = await this.#blobOf(received);
      await this.store.place(received);
      return await this.database.write(async (tx) => {
        await access(tx, user, requestId, 'write');
        if (fields.statusChangeId) await mustBelong(tx, requestId, fields.statusChangeId);
        await keepBlob(tx, blob);
        const existing = await tx.em.findOneBy(Document, { requestId, sha256: blob.sha256 });
        if (existing) return { document: await viewOf(tx, existing), isNew: false };
        const document: Document = {
          id: v7(),
          requestId,
          sha256: blob.sha256,
          filename: cleanFilename(filename),
          label: fields.label ?? null,
          role: fields.role ?? null,
          releasedOn: fields.releasedOn ?? null,
          receivedOn: fields.receivedOn ?? null,
          statusChangeId: fields.statusChangeId ?? null,
          addedBy: user.id,
          addedAt: blob.storedAt,
          version: 1,
        };
        await tx.em.insert(Document, document);
        await this.followers.changed(tx, { because: 'attached', document, byUserId: user.id, at: blob.storedAt });
        return { document: await viewOf(tx, document), isNew: true };
      });
    } finally {
      await this.#settle(received);
    }
  }

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
    return this.database.read(async (scope) => viewOf(scope, await openTo(scope, user, id)));
  }

  async edit(tx: Tx, user: User, id: string, edit: DocumentEdit, ifMatch: string | undefined): Promise<DocumentView> {
    const { requestId } = await openTo(tx, user, id);
    await access(tx, user, requestId, 'write');
    // Read again under the lock: only now does nobody else change it.
    const document = await tx.em.findOneByOrFail(Document, { id });
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
      const document = await openTo(scope, user, id);
      return { document, blob: await scope.em.findOneByOrFail(Blob, { sha256: document.sha256 }) };
    });
  }

  /** Remembers that the stored bytes are not what they were: they are not handed out again before `verify` finds them well. */
  async markDamaged(sha256: string, damage: string): Promise<void> {
    const damagedAt = this.now.instant();
    this.log.error({ sha256, damage }, 'A stored file is damaged. Restore it from a backup, then run `verify`.');
    await this.database.write((tx) => tx.em.update(Blob, { sha256 }, { damagedAt, damage }));
  }

  async #blobOf({ sha256, size, chunks, head }: Received): Promise<Blob> {
    const mediaType = await sniffMediaType(head);
    return { sha256, size, chunks, mediaType, storedAt: this.now.instant(), damagedAt: null, damage: null };
  }

  async #isListed(sha256: string): Promise<boolean> {
    return this.database.read((scope) => scope.em.existsBy(Blob, { sha256 }));
  }

  /** What uploads left behind that a crash ended. */
  async #clearAway(): Promise<void> {
    const settled = await this.store.sweep(ABANDONED_MS, (sha256) => this.#isListed(sha256));
    if (settled > 0) this.log.warn({ settled }, 'Uploads that had broken off were cleared away.');
  }

  async #settle({ waiting }: Received): Promise<void> {
    try {
      await this.store.settle(waiting, (sha256) => this.#isListed(sha256));
    } catch (error) {
      this.log.warn({ err: error }, 'An upload was not cleared away; the sweep will do it.');
    }
  }
}

/** The only way to a document: through the request that holds it. */
async function openTo(scope: Scope, user: User, id: string): Promise<Document> {
  const document = await scope.em.findOneBy(Document, { id });
  if (!document) throw notFound('document');
  await access(scope, user, document.requestId, 'read').catch((error: unknown) => {
    throw error instanceof DeskError && error.code === 'not-found' ? notFound('document') : error;
  });
  return document;
}

async function keepBlob(tx: Tx, blob: Blob): Promise<void> {
  await tx.em.createQueryBuilder().insert().into(Blob).values(blob).orIgnore().execute();
  // Whoever sends the bytes once more mends a damaged copy.
  await tx.em.update(Blob, { sha256: blob.sha256 }, { damagedAt: null, damage: null });
}

async function mustBelong(tx: Tx, requestId: string, statusChangeId: string): Promise<void> {
  if (await tx.em.existsBy(StatusChangeRow, { id: statusChangeId, requestId })) return;
  const detail = 'is no status change of this request';
  throw new DeskError('does-not-fit', `statusChangeId ${detail}.`, {
    errors: [{ pointer: '/statusChangeId', detail }],
  });
}

async function viewOf(scope: Scope, document: Document): Promise<DocumentView> {
  return (await viewsOf(scope, [document]))[0]!;
}

async function viewsOf(scope: Scope, documents: Document[]): Promise<DocumentView[]> {
  const hashes = documents.map((document) => document.sha256);
  const blobs = await scope.em.find(Blob, { select: FACTS, where: { sha256: In(hashes) } });
  const byHash = new Map<string, BlobFacts>(blobs.map((blob) => [blob.sha256, blob]));
  return documents.map((document) => toDocumentView(document, byHash.get(document.sha256)!));
}
