import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Config } from '../config.ts';
import { CONFIG } from '../core.module.ts';
import { Database, type Tx } from '../database/database.ts';
import { type DocumentChange, type DocumentFollower, DocumentFollowers } from '../documents/document-follower.ts';
import { Document } from '../documents/document.entity.ts';
import { Jobs } from '../jobs/jobs.service.ts';
import { Sweep } from '../jobs/sweep.ts';
import { BlobPage, BlobReading } from './page.entity.ts';
import { PageFiles } from './page-files.ts';
import { adopt, offer, readFile, waitingAlone } from './readings.ts';
import { WorkingCopies } from './working-copy.ts';

/** Has what is attached read, and looks after what waits without anybody having it in hand. */
@Injectable()
export class ReadingFollower implements DocumentFollower, OnModuleInit {
  /** Every file has its row; new ones get theirs when they are attached. */
  #allAdopted = false;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(Database) private readonly database: Database,
    @Inject(DocumentFollowers) private readonly followers: DocumentFollowers,
    @Inject(Jobs) private readonly jobs: Jobs,
    @Inject(Sweep) private readonly sweep: Sweep,
    @Inject(WorkingCopies) private readonly copies: WorkingCopies,
    @Inject(PageFiles) private readonly pageFiles: PageFiles,
  ) {}

  onModuleInit(): void {
    this.followers.add(this);
    this.sweep.every('files to be read', () => this.#callForThoseWhoWait());
    this.sweep.every('abandoned working copies', () => this.copies.clearAway());
  }

  async documentChanged(tx: Tx, { because, document, at }: DocumentChange): Promise<void> {
    if (because === 'attached') await offer(tx, this.jobs, document.sha256, at);
    if (because === 'removed') await this.#forget(tx, document);
  }

  /** The pages go with the last document that has this content. */
  async #forget(tx: Tx, { id, sha256 }: Document): Promise<void> {
    const others = await tx.em.find(Document, { select: { id: true }, where: { sha256 } });
    if (others.some((other) => other.id !== id)) return;
    await tx.em.delete(BlobPage, { sha256 });
    await tx.em.delete(BlobReading, { sha256 });
    tx.afterCommit(() => this.pageFiles.forget(sha256));
    tx.leaveNoTrace();
  }

  async #callForThoseWhoWait(): Promise<void> {
    while (!this.#allAdopted) this.#allAdopted = !(await this.database.write((tx) => adopt(tx)));
    // A few more than there are places: other processes have theirs.
    const most = 2 * this.config.readAtOnce;
    const waiting = await this.database.read((scope) => waitingAlone(scope, most));
    if (waiting.length > 0) await this.database.write((tx) => this.jobs.add(tx, ...waiting.map(readFile)));
  }
}
