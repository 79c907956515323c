import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { bibtexEntry } from '../citations/bibtex.ts';
import { Citation } from '../citations/citation.entity.ts';
import { cslItem } from '../citations/csl.ts';
import { plainFootnote } from '../citations/footnote.ts';
import { markdownFootnote } from '../citations/markdown.ts';
import type { Source } from '../citations/source.ts';
import { Sources } from '../citations/sources.ts';
import { withheldBecause } from '../citations/withheld.ts';
import type { Config } from '../config.ts';
import { CONFIG } from '../core.module.ts';
import type { Scope } from '../database/database.ts';
import { shownPage } from '../reading/pages.ts';
import { hashOf } from '../requests/chain.ts';
import type { Request } from '../requests/request.entity.ts';
import type { PackageFile, PackagePart, PackedDocument } from './part.ts';
import type { User } from '../auth/user.entity.ts';

/** The citations that were kept of the documents in the package, in each of their forms. Who kept them is not told. */
@Injectable()
export class CitationsPart implements PackagePart {
  readonly name = 'citations';

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  async files(
    scope: Scope,
    request: Request,
    _user: User,
    documents: readonly PackedDocument[],
  ): Promise<PackageFile[]> {
    const byId = new Map(documents.map(({ document }) => [document.id, document]));
    const citations = await scope.em.find(Citation, {
      where: { documentId: In([...byId.keys()]) },
      order: { id: 'ASC' },
    });
    if (citations.length === 0) return [];
    const sources = new Sources(scope, request, this.config.publicUrl);
    const all: Source[] = [];
    for (const citation of citations) {
      const document = byId.get(citation.documentId)!;
      const page = await shownPage(scope, document, citation.page);
      // Words that a later reading may have found under a box are not repeated.
      const stands =
        page !== null && citation.textSha256 === hashOf(page.text) && withheldBecause(citation, page) === null;
      all.push(await sources.of(document, { page: citation.page, quote: stands ? citation.quote : null }));
    }
    return [
      { path: 'footnotes.txt', text: lines(all.map(plainFootnote)) },
      { path: 'footnotes.md', text: lines(all.map(markdownFootnote)) },
      { path: 'citations.bib', text: lines(all.map(bibtexEntry)) },
      { path: 'citations.csl.json', text: `${JSON.stringify(all.map(cslItem), null, 2)}\n` },
    ];
  }
}

function lines(texts: readonly string[]): string {
  return texts.map((text) => `${text.trimEnd()}\n`).join('\n');
}
