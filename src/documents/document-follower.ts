import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/database.ts';
import type { Instant } from '../now.ts';
import type { Document } from './document.entity.ts';

/** What has just happened to a document, told inside the transaction in which it happened. */
export interface DocumentChange {
  /** `read`: its pages are there, or there anew; `removed`: it is gone when this transaction ends. */
  because: 'attached' | 'edited' | 'read' | 'removed';
  /** As it is now; for `removed`, as it was. */
  document: Document;
  /** Who did it; null when the desk did. */
  byUserId: string | null;
  at: Instant;
}

/** Work that belongs to the same transaction as a document: reading, search, what others are told. */
export interface DocumentFollower {
  documentChanged(tx: Tx, change: DocumentChange): Promise<void>;
}

/** The followers, in the order in which `app.module.ts` lists their modules. A failing one undoes the change. */
@Injectable()
export class DocumentFollowers {
  readonly #all: DocumentFollower[] = [];

  add(follower: DocumentFollower): void {
    this.#all.push(follower);
  }

  async changed(tx: Tx, change: DocumentChange): Promise<void> {
    for (const follower of this.#all) await follower.documentChanged(tx, change);
  }
}
