import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Patch, Post, Query, Req, Res } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiExtraModels,
  ApiHeader,
  ApiOkResponse,
  ApiProduces,
  ApiResponse,
  ApiTags,
  getSchemaPath,
} from '@nestjs/swagger';
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
import { DocumentEdit, DocumentList, DocumentPage, DocumentView, RemovalReason } from './documents.dto.ts';
import { DocumentsService } from './documents.service.ts';
import { type Attached, Keeping } from './keeping.service.ts';
import { readUpload } from './multipart.ts';
import { Removal } from './removal.service.ts';
import { Unpacking } from './unpacking.service.ts';

const day = { type: 'string', format: 'date', example: '2026-07-28' };
const uploadSchema = {
  type: 'object',
  required: ['file'],
  additionalProperties: false,
  properties: {
    file: {
      description: 'Once or up to a hundred times, all together within MAX_UPLOAD_BYTES.',
      oneOf: [
        { type: 'string', format: 'binary' },
        { type: 'array', maxItems: 100, items: { type: 'string', format: 'binary' } },
      ],
    },
    label: { type: 'string', maxLength: 300 },
    role: { type: 'string', enum: [...documentRoles] },
    releasedOn: day,
    receivedOn: day,
    statusChangeId: { type: 'string', format: 'uuid' },
    unpack: { type: 'boolean', description: 'What an archive, a message or a mailbox holds becomes documents too.' },
  },
};
const oneOrMany = { oneOf: [{ $ref: getSchemaPath(DocumentView) }, { $ref: getSchemaPath(DocumentList) }] };

/** Released (and sent) files of a request: kept unmodified under their SHA-256, handed out only after a check. */
@ApiTags('documents')
@Controller()
export class DocumentsController {
  constructor(
    @Inject(DocumentsService) private readonly documents: DocumentsService,
    @Inject(Keeping) private readonly keeping: Keeping,
    @Inject(Unpacking) private readonly unpacking: Unpacking,
    @Inject(Removal) private readonly removal: Removal,
    @Inject(BlobStore) private readonly store: BlobStore,
    @Inject(Once) private readonly once: Once,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Attaches one file or several: all of them, or none. One answers with its document, several (or `unpack=true`) with
   * a list. Bytes that the request has already answer with the document that is there; 200 when all were there.
   */
  @Post('requests/:id/documents')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: uploadSchema as object })
  @ApiExtraModels(DocumentView, DocumentList)
  @ApiResponse({ status: 201, schema: oneOrMany })
  @ApiResponse({ status: 200, schema: oneOrMany, description: 'The request had these bytes already.' })
  async attach(
    @Param('id') id: string,
    @Me() me: User,
    @Req() httpRequest: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DocumentView | DocumentList> {
    await this.keeping.mayAttach(me, id);
    const { arrivals, fields } = await readUpload(httpRequest, this.store, this.config);
    const all = fields.unpack ? await this.unpacking.withContents(arrivals) : arrivals;
    const attached = await this.keeping.attach(me, id, all, fields);
    const [{ document }] = attached as [Attached];
    void reply.status(attached.some(({ isNew }) => isNew) ? 201 : 200);
    void reply.header('Location', `/api/v1/documents/${document.id}`);
    return arrivals.length === 1 && !fields.unpack ? document : { items: attached.map((one) => one.document) };
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

  /**
   * Makes documents of what an archive (ZIP), a message or a mailbox holds, one level deep: all of it, or nothing. What
   * is there already answers with the document that is there.
   */
  @Post('documents/:id/unpack')
  @HttpCode(200)
  @ApiOkResponse({ type: DocumentList })
  async unpack(@Param('id') id: string, @Me() me: User): Promise<DocumentList> {
    const attached = await this.unpacking.unpack(me, id);
    return { items: attached.map(({ document }) => document) };
  }

  /**
   * Removes a document: an owner, or within 24 hours whoever added it. Who, when, why and its SHA-256 stay in the
   * timeline. Not while the request is under legal hold.
   */
  @Delete('documents/:id')
  @HttpCode(204)
  async remove(@Param('id') id: string, @Body() { reason }: RemovalReason, @ThisCall() call: Call): Promise<void> {
    await this.removal.remove(call, id, reason);
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
