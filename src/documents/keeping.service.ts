import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { v7 } from 'uuid';
import type { User } from '../auth/user.entity.ts';
import { LOG } from '../core.module.ts';
import { Database, type Tx } from '../database/database.ts';
import { Sweep } from '../jobs/sweep.ts';
import type { Log } from '../log.ts';
import { type Instant, Now } from '../now.ts';
import { access } from '../requests/access.ts';
import { BlobStore } from './blob-store.ts';
import { DocumentFollowers } from './document-follower.ts';
import { Blob, Document, type Place, type WayIn } from './document.entity.ts';
import { type DocumentView, type DocumentFields } from './documents.dto.ts';
import { cleanFilename } from './filename.ts';
import { mustBelong, viewsOf } from './views.ts';
import type { Received } from './waiting.ts';

/** What an upload leaves waiting for longer than this belongs to no upload any more. */
const ABANDONED_MS = 60 * 60 * 1000;
/** How many files are placed or settled at once. */
const AT_ONCE = 4;

/** One file that has come in, whole in the waiting room, on its way into a request. */
export interface Arrival {
  received: Received;
  /** As it was sent. */
  filename: string | undefined;
  via: WayIn;
  /** What it was found in: another one of the same list that stands before it, or a document of the request. */
  foundIn?: { parent: Arrival | { documentId: string }; memberPath: string };
}

export interface Attached {
  document: DocumentView;
  /** False when the request had these very bytes already. */
  isNew: boolean;
}

/** Takes files in: bytes safe in the store first, then one write that lists them all. */
@Injectable()
export class Keeping implements OnModuleInit {
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

  /** Throws unless `user` may attach to this request, with these fields: asked before a byte is read. */
  async mayAttach(user: User, requestId: string, fields: Pick<DocumentFields, 'statusChangeId'> = {}): Promise<void> {
    await this.database.read(async (scope) => {
      await access(scope, user, requestId, 'read');
      if (fields.statusChangeId) await mustBelong(scope, requestId, fields.statusChangeId);
    });
  }

  /** Lists received files under a request, all or none, and ends their wait. What it answers is in their order. */
  async attach(
    user: User,
    requestId: string,
    arrivals: readonly Arrival[],
    fields: DocumentFields,
  ): Promise<Attached[]> {
    try {
      const at = this.now.instant();
      const blobs = arrivals.map(({ received }) => blobOf(received, at));
      await inLots(arrivals, ({ received }) => this.store.place(received));
      await inLots(arrivals, ({ received }) => this.store.refresh(received));
      return await this.database.write(async (tx) => {
        await access(tx, user, requestId, 'write');
        if (fields.statusChangeId) await mustBelong(tx, requestId, fields.statusChangeId);
        await keepBlobs(tx, blobs);
        const listed: Listed[] = [];
        for (const arrival of arrivals) {
          const foundIn = placeOf(arrival, arrivals, listed);
          listed.push(await this.#list(tx, user, requestId, arrival, fields, foundIn, at));
        }
        const views = await viewsOf(
          tx,
          listed.map(({ document }) => document),
        );
        return views.map((document, i) => ({ document, isNew: listed[i]!.isNew }));
      });
    } finally {
      await inLots(arrivals, ({ received }) => this.settle(received.waiting));
    }
  }

  /** Ends the wait of one file; what goes wrong with that is for the sweep. */
  async settle(waiting: string): Promise<void> {
    try {
      await this.store.settle(waiting, (sha256) => this.#isListed(sha256));
    } catch (error) {
      this.log.warn({ err: error }, 'An upload was not cleared away; the sweep will do it.');
    }
  }

  async #list(
    tx: Tx,
    user: User,
    requestId: string,
    { received, filename, via }: Arrival,
    fields: DocumentFields,
    foundIn: Place | null,
    at: Instant,
  ): Promise<Listed> {
    const existing = await tx.em.findOneBy(Document, { requestId, sha256: received.sha256 });
    if (existing) return { document: await this.#foundAgain(tx, user, existing, foundIn, at), isNew: false };
    const document: Document = {
      id: v7(),
      requestId,
      sha256: received.sha256,
      filename: cleanFilename(filename),
      label: fields.label ?? null,
      role: fields.role ?? null,
      releasedOn: fields.releasedOn ?? null,
      receivedOn: fields.receivedOn ?? null,
      statusChangeId: fields.statusChangeId ?? null,
      addedBy: user.id,
      addedAt: at,
      addedVia: via,
      fromDocumentId: foundIn?.documentId ?? null,
      memberPath: foundIn?.memberPath ?? null,
      alsoIn: [],
      version: 1,
    };
    await tx.em.insert(Document, document);
    await this.followers.changed(tx, { because: 'attached', document, byUserId: user.id, at });
    return { document, isNew: true };
  }

  /** The same bytes once more: where they were found this time is kept, everything else stays as it is. */
  async #foundAgain(tx: Tx, user: User, document: Document, place: Place | null, at: Instant): Promise<Document> {
    const known = [{ documentId: document.fromDocumentId, memberPath: document.memberPath }, ...document.alsoIn];
    const isKnown = known.some((one) => one.documentId === place?.documentId && one.memberPath === place?.memberPath);
    if (!place || isKnown || place.documentId === document.id) return document;
    document.alsoIn = [...document.alsoIn, place];
    document.version += 1;
    const { id, alsoIn, version } = document;
    await tx.em.update(Document, { id }, { alsoIn, version });
    await this.followers.changed(tx, { because: 'edited', document, byUserId: user.id, at });
    return document;
  }

  async #isListed(sha256: string): Promise<boolean> {
    return this.database.read((scope) => scope.em.existsBy(Blob, { sha256 }));
  }

  /** What uploads left behind that a crash ended. */
  async #clearAway(): Promise<void> {
    const settled = await this.store.sweep(ABANDONED_MS, (sha256) => this.#isListed(sha256));
    if (settled > 0) this.log.warn({ settled }, 'Uploads that had broken off were cleared away.');
  }
}

interface Listed {
  document: Document;
  isNew: boolean;
}

function placeOf({ foundIn }: Arrival, arrivals: readonly Arrival[], listed: readonly Listed[]): Place | null {
  if (!foundIn) return null;
  const { parent, memberPath } = foundIn;
  if ('documentId' in parent) return { documentId: parent.documentId, memberPath };
  return { documentId: listed[arrivals.indexOf(parent)]!.document.id, memberPath };
}

function blobOf({ sha256, size, chunks, mediaType }: Received, storedAt: Instant): Blob {
  return { sha256, size, chunks, mediaType, storedAt, damagedAt: null, damage: null };
}

/** Lists content that is in its place and holds its rows, so that nobody takes one of them away before the documents stand. */
export async function keepBlobs(tx: Tx, blobs: readonly Blob[]): Promise<void> {
  // In one order everywhere, or two lists could wait for each other.
  const inOrder = blobs.toSorted((a, b) => (a.sha256 < b.sha256 ? -1 : 1));
  for (const blob of inOrder) {
    for (let held = 0; held === 0;) {
      await tx.em.createQueryBuilder().insert().into(Blob).values(blob).orIgnore().execute();
      // Whoever sends the bytes once more mends a damaged copy. None changed: a removal was faster, and has ended now.
      held = (await tx.em.update(Blob, { sha256: blob.sha256 }, { damagedAt: null, damage: null })).affected ?? 1;
    }
  }
}

async function inLots<T>(all: readonly T[], fn: (one: T) => Promise<void>): Promise<void> {
  for (let i = 0; i < all.length; i += AT_ONCE) await Promise.all(all.slice(i, i + AT_ONCE).map(fn));
}
