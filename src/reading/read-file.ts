import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Config } from '../config.ts';
import { CONFIG, LOG } from '../core.module.ts';
import { Database, type Tx } from '../database/database.ts';
import { BlobStore } from '../documents/blob-store.ts';
import { Damaged } from '../documents/checked-read.ts';
import { DocumentFollowers } from '../documents/document-follower.ts';
import { Blob, Document } from '../documents/document.entity.ts';
import { DocumentsService } from '../documents/documents.service.ts';
import { Jobs } from '../jobs/jobs.service.ts';
import type { JobHandler, Lease } from '../jobs/lease.ts';
import type { Log } from '../log.ts';
import { Now } from '../now.ts';
import { runChild, Stopped } from './child-process.ts';
import { BlobReading } from './page.entity.ts';
import { Places } from './places.ts';
import { Enough, ReadingRun } from './reading-run.ts';
import { begin, clearLot, end, keep, type Outcome, putBack, readFile, waitingAlone } from './readings.ts';
import { WorkingCopies } from './working-copy.ts';

/** The file is no longer this job's to read: removed, or read by somebody else meanwhile. Nothing is left to be done. */
class Superseded extends Error {
  override name = 'Superseded';
}

const SILENT_MS = 20_000;
const MOST_CHARACTERS = 256 * 1024 * 1024;

/**
 * Reads one stored file. Its pages are kept as they come and shown when all are there; who is killed on the way leaves
 * a row that waits again. A file is read where there is a place, one for each core: a job that finds none ends at once
 * instead of keeping reminders from theirs, and whoever finishes a file calls for the next.
 */
@Injectable()
export class ReadFile implements JobHandler, OnModuleInit {
  readonly #places: Places;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOG) private readonly log: Log,
    @Inject(Now) private readonly now: Now,
    @Inject(Database) private readonly database: Database,
    @Inject(Jobs) private readonly jobs: Jobs,
    @Inject(BlobStore) private readonly store: BlobStore,
    @Inject(DocumentsService) private readonly documents: DocumentsService,
    @Inject(DocumentFollowers) private readonly followers: DocumentFollowers,
    @Inject(WorkingCopies) private readonly copies: WorkingCopies,
  ) {
    this.#places = new Places(config.readAtOnce);
  }

  onModuleInit(): void {
    this.jobs.register('read-file', this);
  }

  async run(lease: Lease): Promise<void> {
    const sha256 = lease.subjectId;
    const row = await this.database.read((scope) => scope.em.findOneBy(BlobReading, { sha256 }));
    if (!row) return;
    if (row.state === 'waiting' || row.state === 'reading') {
      const release = this.#places.tryTake();
      if (!release) return;
      try {
        await this.#readOne(lease, sha256);
      } finally {
        release();
        await this.#callNext();
      }
    } else {
      // Read before, for another request: this one's document has its pages at once.
      await this.database.write((tx) => this.#tell(tx, sha256));
    }
    while (await this.database.write((tx) => clearLot(tx, sha256)));
  }

  async dead(tx: Tx, sha256: string, why: string): Promise<void> {
    const row = await begin(tx, sha256, this.now.instant());
    const reason = `It could not be read: ${why}`;
    if (row) await this.#end(tx, row, { state: 'failed', reason, pagesTotal: null, reader: null });
  }

  async #readOne(lease: Lease, sha256: string): Promise<void> {
    const row = await this.database.write((tx) => begin(tx, sha256, this.now.instant()));
    if (!row) return;
    // Drafts of those who were killed.
    while (await this.database.write((tx) => clearLot(tx, sha256)));
    try {
      const outcome = await this.#read(lease, row);
      await lease.check();
      const ended = await this.database.write((tx) => this.#end(tx, row, outcome));
      if (!ended) throw new Superseded();
    } catch (error) {
      if (error instanceof Superseded) return lease.check();
      await this.database.write((tx) => putBack(tx, row)).catch(() => undefined);
      throw error;
    }
  }

  async #read(lease: Lease, row: BlobReading): Promise<Outcome> {
    const { blob, filename } = await this.#fileOf(row.sha256);
    const run = new ReadingRun({ pages: this.config.readMaxPages, text: MOST_CHARACTERS });
    const keepLot = async () => {
      const lot = run.lot();
      if (!(await this.database.write((tx) => keep(tx, row, lot, run)))) throw new Superseded();
    };
    let stopped: string | null = null;
    try {
      await this.copies.with(this.store, blob, async (path) => {
        const { mediaType, size } = blob;
        const file = { path, size, mediaType, filename, language: row.language ?? this.config.ocrLanguage };
        await runChild(
          { do: 'read', file },
          this.config.readMemoryBytes,
          this.#limits(),
          lease.signal,
          async (told) => {
            if (run.hear(told)) await keepLot();
          },
        );
      });
    } catch (error) {
      if (error instanceof Damaged) return this.#isDamaged(row.sha256, error.message);
      if (!(error instanceof Stopped || error instanceof Enough)) throw error;
      stopped = error.message;
      // Not what the child printed: that may hold words of the file.
      this.log.warn({ sha256: row.sha256, reason: stopped }, 'A file was not read to its end.');
    }
    await keepLot();
    return run.outcome(stopped);
  }

  #limits() {
    return {
      totalMs: this.config.readMs,
      silentMs: Math.min(SILENT_MS, this.config.readMs),
      recognisingMs: this.config.ocrPageMs,
    };
  }

  async #isDamaged(sha256: string, says: string): Promise<Outcome> {
    await this.documents.markDamaged(sha256, says);
    const reason = `The stored copy is damaged: ${says}. When it has been mended, have it read anew.`;
    return { state: 'failed', reason, pagesTotal: null, reader: null };
  }

  async #fileOf(sha256: string): Promise<{ blob: Blob; filename: string }> {
    return this.database.read(async (scope) => {
      const blob = await scope.em.findOneByOrFail(Blob, { sha256 });
      const [first] = await scope.em.find(Document, { where: { sha256 }, order: { id: 'ASC' }, take: 1 });
      return { blob, filename: first?.filename ?? '' };
    });
  }

  async #end(tx: Tx, row: BlobReading, outcome: Outcome): Promise<boolean> {
    if (!(await end(tx, row, outcome, this.now.instant()))) return false;
    await this.#tell(tx, row.sha256);
    return true;
  }

  /** Every document with this content has its pages now. */
  async #tell(tx: Tx, sha256: string): Promise<void> {
    const at = this.now.instant();
    for (const document of await tx.em.find(Document, { where: { sha256 }, order: { id: 'ASC' } }))
      await this.followers.changed(tx, { because: 'read', document, byUserId: null, at });
  }

  /** Never rejects: the sweep finds who waits. */
  async #callNext(): Promise<void> {
    try {
      await this.database.write(async (tx) => {
        for (const sha256 of await waitingAlone(tx, 1)) await this.jobs.add(tx, readFile(sha256));
      });
    } catch (error) {
      this.log.warn({ err: error }, 'The next file to be read was not called for; the sweep will do it.');
    }
  }
}
