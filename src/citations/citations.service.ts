import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { In } from 'typeorm';
import { v7 } from 'uuid';
import type { User } from '../auth/user.entity.ts';
import type { Config } from '../config.ts';
import { CONFIG } from '../core.module.ts';
import { Database, type Scope, type Tx } from '../database/database.ts';
import { DocumentFollowers } from '../documents/document-follower.ts';
import { Document } from '../documents/document.entity.ts';
import { openTo } from '../documents/open-to.ts';
import { DeskError, notFound } from '../errors.ts';
import type { Call } from '../http/once.ts';
import { pageOf, toPage } from '../http/page.ts';
import { Now } from '../now.ts';
import { shownPage, type ShownPage } from '../reading/pages.ts';
import { access } from '../requests/access.ts';
import { hashOf } from '../requests/chain.ts';
import { dayIn } from '../zone.ts';
import { bibtexEntry } from './bibtex.ts';
import { type CheckedQuote, checkQuote } from './check-quote.ts';
import { Citation } from './citation.entity.ts';
import type {
  CheckedView,
  CitationFormat,
  CitationList,
  CitationsQuery,
  CitationView,
  FormatsView,
  NewCitation,
} from './citations.dto.ts';
import { cslItem } from './csl.ts';
import { writtenDay } from './days.ts';
import { plainFootnote } from './footnote.ts';
import { markdownFootnote } from './markdown.ts';
import type { Source } from './source.ts';
import { Sources } from './sources.ts';
import { withheldBecause } from './withheld.ts';

/** Pages of released files, cited with their words. */
@Injectable()
export class Citations implements OnModuleInit {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(DocumentFollowers) private readonly followers: DocumentFollowers,
    @Inject(Now) private readonly now: Now,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.followers.add({
      documentChanged: async (tx, { because, document }) => {
        if (because === 'removed') await tx.em.delete(Citation, { documentId: document.id });
      },
    });
  }

  /** Holds what is cited against the page; before the write, since looking for a quote elsewhere takes its time. */
  check(user: User, documentId: string, input: NewCitation): Promise<CheckedQuote | null> {
    return checkQuote(this.database, user, documentId, input);
  }

  async keep(
    tx: Tx,
    user: User,
    documentId: string,
    { page }: Pick<NewCitation, 'page'>,
    checked: CheckedQuote | null,
  ): Promise<{ id: string }> {
    await openTo(tx, user, documentId, 'read');
    const citation: Citation = {
      id: v7(),
      documentId,
      page,
      quote: checked?.quote ?? null,
      found: checked && checked.page.text.slice(checked.found.from, checked.found.to),
      foundFrom: checked?.found.from ?? null,
      foundTo: checked?.found.to ?? null,
      parts: checked?.found.parts ?? null,
      textSha256: checked?.textSha256 ?? null,
      textSource: checked?.page.source ?? null,
      textReadAt: checked?.textReadAt ?? null,
      createdBy: user.id,
      createdAt: this.now.instant(),
    };
    await tx.em.insert(Citation, citation);
    return { id: citation.id };
  }

  /** A request's citations, oldest first. */
  async list(user: User, call: Call, requestId: string, query: CitationsQuery): Promise<CitationList> {
    const { limit, after } = pageOf(query, 1);
    return this.database.read(async (scope) => {
      const request = await access(scope, user, requestId, 'read');
      const rows = scope.em
        .createQueryBuilder(Citation, 'citation')
        .innerJoin(Document, 'document', 'document.id = citation.documentId')
        .where('document.requestId = :requestId', { requestId })
        .orderBy('citation.id')
        .limit(limit + 1);
      if (query.documentId !== undefined) rows.andWhere('document.id = :documentId', { documentId: query.documentId });
      if (after) rows.andWhere('citation.id > :after', { after: after[0] });
      const found = await rows.getMany();
      const documents = await scope.em.findBy(Document, { id: In(found.map((one) => one.documentId)), requestId });
      const byId = new Map(documents.map((document) => [document.id, document]));
      const sources = new Sources(scope, request, this.config.publicUrl);
      const views = new Map<string, CitationView>();
      for (const one of found.slice(0, limit)) {
        views.set(one.id, await viewOf(scope, byId.get(one.documentId)!, one, sources, query.format));
      }
      return toPage(
        call,
        limit,
        found,
        (one) => [one.id],
        (one) => views.get(one.id)!,
      );
    });
  }

  async get(user: User, id: string, format: CitationFormat | undefined): Promise<CitationView> {
    return this.database.read(async (scope) => {
      const { citation, document } = await citationOpenTo(scope, user, id);
      const request = await access(scope, user, document.requestId, 'read');
      return viewOf(scope, document, citation, new Sources(scope, request, this.config.publicUrl), format);
    });
  }

  /** One's own, or any as an owner. */
  async remove(tx: Tx, user: User, id: string): Promise<void> {
    const { citation } = await citationOpenTo(tx, user, id);
    if (citation.createdBy !== user.id && user.role !== 'owner') {
      throw new DeskError('forbidden', 'A citation is removed by whoever kept it or by an owner.');
    }
    await tx.em.delete(Citation, { id });
  }
}

async function citationOpenTo(
  scope: Scope,
  user: User,
  id: string,
): Promise<{ citation: Citation; document: Document }> {
  const citation = await scope.em.findOneBy(Citation, { id });
  if (!citation) throw notFound('citation');
  const document = await openTo(scope, user, citation.documentId, 'read').catch((error: unknown) => {
    throw error instanceof DeskError && error.code === 'not-found' ? notFound('citation') : error;
  });
  return { citation, document };
}

async function viewOf(
  scope: Scope,
  document: Document,
  citation: Citation,
  sources: Sources,
  format: CitationFormat | undefined,
): Promise<CitationView> {
  const page = citation.quote === null ? null : await shownPage(scope, document, citation.page);
  const withheld = withheldBecause(citation, page);
  const quote = withheld === null ? citation.quote : null;
  const source = await sources.of(document, { page: citation.page, quote });
  return {
    id: citation.id,
    documentId: citation.documentId,
    requestId: document.requestId,
    page: citation.page,
    quote,
    withheld,
    checked: withheld === null ? checkedView(citation, page, source.monthFirst) : null,
    permalink: source.permalink,
    formats: formatsOf(source, format),
    createdBy: citation.createdBy,
    createdAt: citation.createdAt,
  };
}

function formatsOf(source: Source, only: CitationFormat | undefined): FormatsView {
  const all = { text: plainFootnote, markdown: markdownFootnote, bibtex: bibtexEntry, csl: cslItem };
  const asked = Object.entries(all).filter(([name]) => only === undefined || name === only);
  return Object.fromEntries(asked.map(([name, write]) => [name, write(source)]));
}

function checkedView(citation: Citation, page: ShownPage | null, monthFirst: boolean): CheckedView | null {
  const { found, foundFrom, foundTo, textSha256, textSource, textReadAt } = citation;
  if (found === null || textSha256 === null) return null;
  const textUnchanged = page !== null && hashOf(page.text) === textSha256;
  const day = writtenDay(dayIn('UTC', textReadAt ?? citation.createdAt), monthFirst);
  const read = `Checked against the text of ${day}${textSource === 'ocr' ? ', recognised from an image' : ''}`;
  const says = textUnchanged ? `${read}.` : `${read}; the page has been read anew since, and the citation holds.`;
  return {
    found,
    from: foundFrom!,
    to: foundTo!,
    textSha256,
    textSource: textSource!,
    textReadAt,
    textUnchanged,
    says,
  };
}
