import { mkdir, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Config } from '../config.ts';
import { CONFIG } from '../core.module.ts';
import { BlobStore } from '../documents/blob-store.ts';
import { Damaged } from '../documents/checked-read.ts';
import { damaged } from '../documents/content.ts';
import type { Blob } from '../documents/document.entity.ts';
import { DocumentsService } from '../documents/documents.service.ts';
import { DeskError } from '../errors.ts';
import { Sweep } from '../jobs/sweep.ts';
import { Now } from '../now.ts';
import { runChild, Stopped } from './child-process.ts';
import type { WordBox } from './page.entity.ts';
import { Places } from './places.ts';
import { PDFIUM, type Told } from './protocol.ts';
import { WorkingCopies } from './working-copy.ts';

const LIMITS = { totalMs: 20_000, silentMs: 20_000, recognisingMs: 20_000 };
const WAITING_FOR_ONE_PLACE = 4;
const MOST_REFUSED = 1000;
const REFUSED_FOR_MS = 5 * 60_000;
/** How much may be added before the cache is measured again. */
const MEASURE_AFTER_BYTES = 64 * 1024 * 1024;

/** What is asked of a page's file while somebody waits: its image, the places of its words. */
@Injectable()
export class PageFiles implements OnModuleInit {
  readonly #places: Places;
  readonly #root: string;
  /** Pages that cannot be drawn: not tried again at once for everyone who looks. */
  readonly #refused = new Map<string, { reason: string; untilMs: number }>();
  #addedBytes = Infinity;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(BlobStore) private readonly store: BlobStore,
    @Inject(DocumentsService) private readonly documents: DocumentsService,
    @Inject(WorkingCopies) private readonly copies: WorkingCopies,
    @Inject(Sweep) private readonly sweep: Sweep,
    @Inject(Now) private readonly now: Now,
  ) {
    this.#places = new Places(config.readAtOnce, WAITING_FOR_ONE_PLACE * config.readAtOnce);
    this.#root = join(config.dataDir, 'rendered');
  }

  onModuleInit(): void {
    this.sweep.every('images of pages', () => this.#makeRoom());
  }

  etagOf({ sha256 }: Blob, page: number, width: number): string {
    return `"${sha256.slice(0, 32)}-${page}-${width}-${PDFIUM.replace(' ', '-')}"`;
  }

  /** Takes away the images of a file that is no more. */
  async forget(sha256: string): Promise<void> {
    await rm(this.#folderOf(sha256), { recursive: true, force: true });
  }

  #folderOf(sha256: string): string {
    return join(this.#root, sha256.slice(0, 2), sha256);
  }

  /** A PNG of the page, from the cache if it was drawn before. Throws `conflict`, `does-not-fit`, `unavailable`. */
  async image(blob: Blob, page: number, width: number): Promise<Buffer> {
    const path = join(this.#folderOf(blob.sha256), `${page}-${width}.png`);
    const known = await this.#fromCache(path);
    if (known) return known;
    return this.#inPlace(blob, `${blob.sha256} ${page}`, async (file, folder) => {
      const drawn = await this.#fromCache(path);
      if (drawn) return drawn;
      const into = join(folder, 'page.png');
      await this.#ask({ do: 'draw', file, page, width, into }, () => undefined);
      const png = await readFile(into);
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      await rename(into, path);
      this.#addedBytes += png.length;
      return png;
    });
  }

  /** The words of a page with their places, counted in `text`. Throws as `image` does. */
  async words(blob: Blob, page: number): Promise<{ text: string; boxes: WordBox[] }> {
    return this.#inPlace(blob, `${blob.sha256} ${page}`, async (file) => {
      let found: { text: string; boxes: WordBox[] } | undefined;
      await this.#ask({ do: 'find-words', file, page }, (told) => {
        if (told.is === 'words') found = { text: told.text, boxes: told.boxes };
      });
      return found!;
    });
  }

  async #fromCache(path: string): Promise<Buffer | null> {
    const png = await readFile(path).catch(() => null);
    const usedAt = Date.parse(this.now.instant()) / 1000;
    // So that the sweep knows what is looked at.
    if (png) await utimes(path, usedAt, usedAt).catch(() => undefined);
    return png;
  }

  async #inPlace<T>(blob: Blob, key: string, fn: (file: FileOfBlob, folder: string) => Promise<T>): Promise<T> {
    if (blob.damagedAt) throw damaged(`since ${blob.damagedAt}: ${blob.damage}`);
    const refused = this.#refused.get(key);
    if (refused && performance.now() < refused.untilMs) throw cannotShow(refused.reason);
    const release = await this.#places.take();
    try {
      return await this.copies.with(this.store, blob, async (path, folder) => {
        const { size, mediaType } = blob;
        return fn({ path, size, mediaType, filename: '', language: '' }, folder);
      });
    } catch (error) {
      if (error instanceof Damaged) {
        await this.documents.markDamaged(blob.sha256, error.message);
        throw damaged(error.message);
      }
      if (!(error instanceof Stopped)) throw error;
      if (this.#refused.size >= MOST_REFUSED) this.#refused.clear();
      this.#refused.set(key, { reason: error.message, untilMs: performance.now() + REFUSED_FOR_MS });
      throw cannotShow(error.message);
    } finally {
      release();
    }
  }

  async #ask(task: Parameters<typeof runChild>[0], hear: (told: Told) => void): Promise<void> {
    const never = new AbortController().signal;
    await runChild(task, this.config.readMemoryBytes, LIMITS, never, (told) => {
      if (told.is === 'cannot') throw new Stopped(told.reason);
      hear(told);
    });
  }

  /** Takes away what nobody has looked at for longest, when there is more than there may be. */
  async #makeRoom(): Promise<void> {
    if (this.#addedBytes < MEASURE_AFTER_BYTES) return;
    this.#addedBytes = 0;
    const images: { path: string; size: number; usedMs: number }[] = [];
    for (const name of await readdir(this.#root, { recursive: true }).catch(() => [])) {
      const path = join(this.#root, name);
      const found = name.endsWith('.png') ? await stat(path).catch(() => null) : null;
      if (found) images.push({ path, size: found.size, usedMs: found.mtimeMs });
    }
    let total = images.reduce((sum, { size }) => sum + size, 0);
    for (const { path, size } of images.sort((a, b) => a.usedMs - b.usedMs)) {
      if (total <= this.config.renderedBytes) return;
      await rm(path, { force: true });
      total -= size;
    }
  }
}

interface FileOfBlob {
  path: string;
  size: number;
  mediaType: string;
  filename: string;
  language: string;
}

function cannotShow(reason: string): DeskError {
  return new DeskError('does-not-fit', `This page cannot be shown. ${reason}`);
}
