import { Controller, Delete, Get, HttpCode, Inject, Options, Param, Patch, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiHeader, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Me } from '../auth/guard.ts';
import type { User } from '../auth/user.entity.ts';
import { Resumables } from './resumables.service.ts';
import { PIECE } from './tus-bridge.ts';
import { ResumableUpload } from './uploads.dto.ts';

const piece = { schema: { type: 'string', format: 'binary' } };
const text = { schema: { type: 'string' } };
const count = { schema: { type: 'integer', minimum: 0 } };
const PROTOCOL = { name: 'Tus-Resumable', required: true, description: 'Always `1.0.0`.', ...text };
const METADATA = {
  name: 'Upload-Metadata',
  required: false,
  description:
    'Pairs with commas, values in Base64: `filename`, and the fields of the form beside a file (`label`, `role`, `releasedOn`, `receivedOn`, `statusChangeId`).',
  ...text,
};
const ENDED = { 'Document-Location': { description: 'With the last piece: where the document is.', ...text } };
const OFFSET = { 'Upload-Offset': { description: 'Where the next piece begins.', ...count } };
const UNTIL = { 'Upload-Expires': { description: 'When it is given up unless a piece comes.', ...text } };

/** Large files in pieces, by the tus protocol 1.0 (tus.io): what broke off goes on where it was. */
@ApiTags('documents')
@Controller()
export class UploadsController {
  constructor(@Inject(Resumables) private readonly uploads: Resumables) {}

  /** Begins an upload that may be resumed. `Location` says where its pieces go; its first one may come along. */
  @Post('requests/:id/uploads')
  @ApiHeader(PROTOCOL)
  @ApiHeader({ name: 'Upload-Length', required: true, description: 'Size of the whole file in bytes.', ...count })
  @ApiHeader(METADATA)
  @ApiConsumes(PIECE)
  @ApiBody({ required: false, schema: piece.schema as object })
  @ApiResponse({
    status: 201,
    description: 'It has begun.',
    headers: { Location: { description: 'Path of the upload.', ...text }, ...OFFSET, ...UNTIL, ...ENDED },
    content: {},
  })
  async begin(
    @Param('id') id: string,
    @Me() me: User,
    @Req() httpRequest: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.uploads.begin(me, id, httpRequest, reply);
    await reply.send();
  }

  /** How far an upload of one's own is, and what it became. HEAD answers in the headers of the protocol. */
  @Get('uploads/:id')
  @ApiResponse({ status: 200, type: ResumableUpload })
  async show(
    @Param('id') id: string,
    @Me() me: User,
    @Req() httpRequest: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (httpRequest.method !== 'HEAD') return void (await reply.send(await this.uploads.view(me, id)));
    await this.uploads.go(me, id, httpRequest, reply);
    await reply.send();
  }

  /** Takes the next piece of an upload of one's own. The last one makes the document. */
  @Patch('uploads/:id')
  @ApiHeader(PROTOCOL)
  @ApiHeader({ name: 'Upload-Offset', required: true, description: 'Where this piece begins.', ...count })
  @ApiConsumes(PIECE)
  @ApiBody({ schema: piece.schema as object })
  @ApiResponse({ status: 204, description: 'It is kept.', headers: { ...OFFSET, ...UNTIL, ...ENDED } })
  async piece(
    @Param('id') id: string,
    @Me() me: User,
    @Req() httpRequest: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.uploads.go(me, id, httpRequest, reply);
    await reply.send();
  }

  /** Gives up an upload of one's own. A document that it became stays. */
  @Delete('uploads/:id')
  @ApiHeader(PROTOCOL)
  @HttpCode(204)
  async giveUp(
    @Param('id') id: string,
    @Me() me: User,
    @Req() httpRequest: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.uploads.go(me, id, httpRequest, reply);
    await reply.send();
  }

  /** What of the protocol this desk understands, and how large a file may be. */
  @Options('uploads')
  @HttpCode(204)
  async about(@Req() httpRequest: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.uploads.about(httpRequest, reply);
    await reply.send();
  }
}
