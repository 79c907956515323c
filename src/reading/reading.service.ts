import { Inject, Injectable } from '@nestjs/common';
import type { User } from '../auth/user.entity.ts';
import type { Config } from '../config.ts';
import { CONFIG } from '../core.module.ts';
import { Database, type Scope, type Tx } from '../database/database.ts';
import { Blob, type Document } from '../documents/document.entity.ts';
import { openTo } from '../documents/open-to.ts';
import { DeskError, notFound } from '../errors.ts';
import { Jobs } from '../jobs/jobs.service.ts';
import { Now } from '../now.ts';
import { HiddenTextService } from './hidden-text.service.ts';
import { BlobPage, BlobReading } from './page.entity.ts';
import { PageFiles } from './page-files.ts';
import { decisionsOn, generationOf, hiddenTextOf, shownPage, type ShownPage } from './pages.ts';
import type { PageItem, PageView, ReadAnew, ReadingView } from './reading.dto.ts';
import { anew, readFile } from './readings.ts';

const THUMBNAIL_WIDTH = 240;

/** What the API tells of a document's reading and its pages. */
@Injectable()
export class ReadingService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(Database) private readonly database: Database,
    @Inject(Jobs) private readonly jobs: Jobs,
    @Inject(Now) private readonly now: Now,
    @Inject(HiddenTextService) private readonly hiddenText: HiddenTextService,
    @Inject(PageFiles) private readonly files: PageFiles,
  ) {}

  async get(user: User, id: string): Promise<ReadingView> {
    return this.database.read(async (scope) => this.#viewOf(scope, await openTo(scope, user, id, 'read')));
  }

  /** Has the file read once more. Throws `conflict` while it is being read with another language. */
  async readAnew(tx: Tx, user: User, id: string, { language }: ReadAnew): Promise<ReadingView> {
    const document = await openTo(tx, user, id, 'write');
    const { sha256 } = document;
    if (!(await anew(tx, sha256, language ?? null, this.now.instant())))
      throw new DeskError(
        'conflict',
        'The file is being read just now, with another language. Wait until that has ended.',
        { retryAfter: 5 },
      );
    await this.jobs.add(tx, readFile(sha256));
    return this.#viewOf(tx, document);
  }

  /** Pages up to `limit`, after page `after`, without their text. */
  async list(user: User, id: string, limit: number, after: number): Promise<PageItem[]> {
    return this.database.read(async (scope) => {
      const document = await openTo(scope, user, id, 'read');
      const generation = await generationOf(scope, document);
      if (generation === null) return [];
      const decisions = await decisionsOn(scope, id);
      const { sha256 } = document;
      const pages = await scope.em
        .createQueryBuilder(BlobPage, 'page')
        .select(['sha256', 'generation', 'number', 'source', 'width', 'height', 'hidden'].map((name) => `page.${name}`))
        .where('page.sha256 = :sha256 AND page.generation = :generation', { sha256, generation })
        .andWhere('page.number > :after', { after })
        .orderBy('page.number')
        .limit(limit)
        .getMany();
      return pages.map((page) => itemOf(id, { ...page, hiddenText: hiddenTextOf(decisions, page) }));
    });
  }

  async page(user: User, id: string, number: number, withWords: boolean): Promise<PageView> {
    const { page, blob } = await this.#pageOf(user, id, number);
    const words = withWords ? await this.#wordsOf(blob, page) : null;
    return { ...itemOf(id, page), text: page.text, words };
  }

  /** A page as it looks: the file as it was released, whatever was decided. */
  async image(
    user: User,
    id: string,
    number: number,
    width = THUMBNAIL_WIDTH,
  ): Promise<{ etag: string; png: () => Promise<Buffer> }> {
    const { page, blob } = await this.#pageOf(user, id, number);
    if (page.width === null)
      throw new DeskError('does-not-fit', 'This page is text without a layout: there is no image of it.');
    return { etag: this.files.etagOf(blob, number, width), png: () => this.files.image(blob, number, width) };
  }

  async #pageOf(user: User, id: string, number: number): Promise<{ page: ShownPage; blob: Blob }> {
    return this.database.read(async (scope) => {
      const document = await openTo(scope, user, id, 'read');
      const page = await shownPage(scope, document, number);
      if (!page) throw notFound('page');
      return { page, blob: await scope.em.findOneByOrFail(Blob, { sha256: document.sha256 }) };
    });
  }

  async #wordsOf(blob: Blob, page: ShownPage): Promise<PageView['words']> {
    if (page.source !== 'layer' || page.width === null) return page.boxes;
    const found = await this.files.words(blob, page.number);
    // Another version of the reader may count otherwise.
    if (found.text !== page.text.slice(0, page.seenLength)) return page.boxes;
    return [...found.boxes, ...(page.boxes ?? [])];
  }

  async #viewOf(scope: Scope, document: Document): Promise<ReadingView> {
    const row = await scope.em.findOneBy(BlobReading, { sha256: document.sha256 });
    return {
      documentId: document.id,
      state: row?.state ?? 'waiting',
      reason: row?.reason ?? null,
      pagesDone: row?.pagesDone ?? 0,
      pagesTotal: row?.pagesTotal ?? null,
      reader: row?.reader ?? null,
      language: row?.language ?? this.config.ocrLanguage,
      hiddenText: await this.hiddenText.count(scope, document),
    };
  }
}

function itemOf(
  documentId: string,
  page: Pick<ShownPage, 'number' | 'source' | 'width' | 'height' | 'hiddenText'>,
): PageItem {
  const { number, source, width, height, hiddenText } = page;
  const url = `/api/v1/documents/${documentId}/pages/${number}`;
  const isPicture = width !== null;
  return {
    number,
    source,
    width,
    height,
    hiddenText,
    url,
    imageUrl: isPicture ? `${url}/image` : null,
    thumbnailUrl: isPicture ? `${url}/thumbnail` : null,
  };
}
