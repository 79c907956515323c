import { Readable } from 'node:stream';
import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { create as contentDisposition } from 'content-disposition';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Me } from '../auth/guard.ts';
import type { User } from '../auth/user.entity.ts';
import { PackageQuery } from './package.dto.ts';
import { Packages } from './packages.service.ts';

/** Handing a request over: to a lawyer, a court, another newsroom. */
@ApiTags('evidence')
@Controller('requests/:id')
export class PackagesController {
  constructor(@Inject(Packages) private readonly packages: Packages) {}

  @ApiOperation({
    summary: 'A request with its history and files as one bag (BagIt) in a ZIP, to be checked by anybody',
  })
  @ApiProduces('application/zip')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @Get('package')
  async package(
    @Me() me: User,
    @Param('id') id: string,
    @Query() query: PackageQuery,
    @Req() httpRequest: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { filename, length, stream } = await this.packages.make(me, id, query);
    const withBody = httpRequest.method !== 'HEAD';
    if (!withBody) stream.destroy();
    // Whoever went away in the very moment in which the sending begins is gone all the same.
    reply.raw.once('close', () => stream.destroy());
    if (reply.raw.destroyed) stream.destroy();
    const headers = {
      'Content-Type': 'application/zip',
      'Content-Disposition': contentDisposition(filename),
      'Content-Length': String(length),
      'Cache-Control': 'private, no-store',
    };
    await reply.headers(headers).send(withBody ? stream : Readable.from([]));
  }
}
