import { Body, Controller, Get, Inject, Param, Patch, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiHeader, ApiOkResponse, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Me } from '../auth/guard.ts';
import type { User } from '../auth/user.entity.ts';
import type { Config } from '../config.ts';
import { CONFIG } from '../core.module.ts';
import { Call, Once, ThisCall } from '../http/once.ts';
import { decodeCursor, PageQuery, toPage } from '../http/page.ts';
import { BlobStore } from './blob-store.ts';
import { handOut } from './content.ts';
import { documentRoles } from './document.entity.ts';
import { DocumentEdit, DocumentPage, DocumentView } from './documents.dto.ts';
import { DocumentsService } from './documents.service.ts';
import { readUpload } from './multipart.ts';

const day = { type: 'string', format: 'date', example: '2026-07-28' };
const uploadSchema = {
  type: 'object',
  required: ['file'],
  additionalProperties: false,
  properties: {
    file: { type: 'string', format: 'binary' },
    label: { type: 'string', maxLength: 300 },
    role: { type: 'string', enum: [...documentRoles] },
    releasedOn: day,
    receivedOn: day,
    statusChangeId: { type: 'string', format: 'uuid' },
  },
};

/** Released (and sent) files of a request: kept unmodified under their SHA-256, handed out only after a check. */
@ApiTags('documents')
@Controller()
export class DocumentsController {
  constructor(
    @Inject(DocumentsService) private readonly documents: DocumentsService,
    @Inject(BlobStore) private readonly store: BlobStore,
    @Inject(Once) private readonly once: Once,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Attaches a file. The same bytes on the same request answer 200 with the document that is there, unchanged. */
  @Post('requests/:id/documents')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: uploadSchema as object })
  @ApiResponse({ status: 201, type: DocumentView })
  @ApiResponse({ status: 200, type: DocumentView, description: 'The request had these bytes already.' })
  async attach(
    @Param('id') id: string,
    @Me() me: User,
    @Req() httpRequest: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DocumentView> {
    await this.documents.mayAttach(me, id);
    const upload = await readUpload(httpRequest, this.store, this.config);
    const { document, isNew } = await this.documents.attach(me, id, upload);
    void reply.status(isNew ? 201 : 200).header('Location', `/api/v1/documents/${document.id}`);
    return document;
  }

  /** A request's documents, oldest first. */
  @Get('requests/:id/documents')
  async list(@Param('id') id: string, @Query() query: PageQuery, @ThisCall() call: Call): Promise<DocumentPage> {
    const after = query.cursor === undefined ? null : String(decodeCursor(query.cursor, 1)[0]);
    const rows = await this.documents.list(call.user, id, query.limit + 1, after);
    return toPage(
      call,
      query.limit,
      rows,
      (document) => [document.id],
      (document) => document,
    );
  }

  /** What is known of one document; its bytes are at `content`. */
  @Get('documents/:id')
  async get(@Param('id') id: string, @Me() me: User): Promise<DocumentView> {
    return this.documents.get(me, id);
  }

  /** Changes what is said of a document; the file never changes. Needs If-Match. */
  @Patch('documents/:id')
  @ApiHeader({ name: 'If-Match', required: true })
  async edit(@Param('id') id: string, @Body() edit: DocumentEdit, @ThisCall() call: Call): Promise<DocumentView> {
    return this.once.write(call, 200, (tx) => this.documents.edit(tx, call.user, id, edit, call.ifMatch));
  }

  /** The file's bytes, always as an attachment; understands Range. A damaged file is refused with 409. */
  @Get('documents/:id/content')
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @ApiResponse({ status: 206, description: 'The range asked for.' })
  @ApiResponse({ status: 416, description: 'The file has no such range.' })
  async content(
    @Param('id') id: string,
    @Me() me: User,
    @Req() httpRequest: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { document, blob } = await this.documents.content(me, id);
    const { range, 'if-range': ifRange, 'if-none-match': ifNoneMatch } = httpRequest.headers;
    const wanted = { withBody: httpRequest.method !== 'HEAD', range, ifRange: ifRange as string, ifNoneMatch };
    const handout = await handOut(this.store, document, blob, wanted, (sha256, says) =>
      this.documents.markDamaged(sha256, says),
    );
    await reply.status(handout.status).headers(handout.headers).send(handout.body);
  }
}
