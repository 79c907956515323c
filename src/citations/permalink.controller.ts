import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Guard, Public } from '../auth/guard.ts';
import type { Config } from '../config.ts';
import { CONFIG } from '../core.module.ts';
import { Database, type Scope } from '../database/database.ts';
import { DeskError, notFound } from '../errors.ts';
import { pagesState } from '../reading/pages.ts';
import { PermalinkView } from './citations.dto.ts';
import { permalinkTo, type Target, targetsOf, uniquePrefix } from './permalink.ts';
import { signedOutPage } from './signed-out-page.ts';

/** Where the links in footnotes lead. */
@ApiTags('citations')
@Controller('d')
export class PermalinkController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Guard) private readonly guard: Guard,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Public for the guard, since a person who follows a link in a footnote has no key: what is asked for is said instead. */
  @ApiOperation({ summary: 'The page that a footnote links to; a browser without a key is told what is needed' })
  @ApiOkResponse({ type: PermalinkView })
  @ApiResponse({
    status: 300,
    type: PermalinkView,
    description: 'Several files that you may see begin with these digits.',
  })
  @Public()
  @Get(':prefix/p/:page')
  async follow(
    @Param('prefix') prefix: string,
    @Param('page') page: string,
    @Req() httpRequest: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PermalinkView | string> {
    void reply.header('Cache-Control', 'no-store').header('Vary', 'Accept, Authorization');
    const { authorization, accept = '' } = httpRequest.headers;
    if (authorization === undefined && /\btext\/html\b/i.test(accept)) {
      // The same page for every link, so that it tells nobody which files there are.
      void reply.status(401).header('WWW-Authenticate', 'Bearer realm="FOIA Desk"');
      void reply.header('Content-Type', 'text/html; charset=utf-8');
      return signedOutPage();
    }
    const { user } = await this.guard.admit(httpRequest, reply);
    const number = /^[1-9]\d{0,8}$/.test(page) ? Number(page) : 0;
    const view = await this.database.read(async (scope) => {
      const targets = number === 0 ? [] : await targetsOf(scope, user, prefix.toLowerCase());
      if (targets.length === 0) throw notFound('page');
      return this.#view(scope, targets, number);
    });
    if (view.files.length > 1) void reply.status(300);
    return view;
  }

  async #view(scope: Scope, targets: readonly Target[], page: number): Promise<PermalinkView> {
    const files: PermalinkView['files'] = [];
    for (const target of targets) {
      if (files[files.length - 1]?.sha256 !== target.sha256) {
        const prefix = await uniquePrefix(scope, target.sha256);
        files.push({
          sha256: target.sha256,
          permalink: permalinkTo(this.config.publicUrl, prefix, page),
          documents: [],
        });
      }
      files[files.length - 1]!.documents.push(placeOf(target, page));
    }
    if (files.length === 1) await mustHave(scope, targets[0]!, page);
    return { page, files };
  }
}

function placeOf({ id, request_id, filename, label }: Target, page: number): PermalinkView['files'][0]['documents'][0] {
  const document = `/api/v1/documents/${id}`;
  const urls = { pageUrl: `${document}/pages/${page}`, contentUrl: `${document}/content` };
  return { id, requestId: request_id, filename, label, ...urls };
}

/** Whoever may see the document may know how many pages it has. */
async function mustHave(scope: Scope, target: Target, page: number): Promise<void> {
  const total = (await pagesState(scope, target))?.total ?? null;
  if (total === null || page <= total) return;
  throw new DeskError(
    'not-found',
    `This document has ${total} ${total === 1 ? 'page' : 'pages'}; there is no page ${page}.`,
  );
}
