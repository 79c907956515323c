import { join } from 'node:path';
import { Controller, Get, Inject, type OnModuleInit, Param, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Me } from '../auth/guard.ts';
import type { User } from '../auth/user.entity.ts';
import type { Config } from '../config.ts';
import { CONFIG } from '../core.module.ts';
import { BlobStore } from '../documents/blob-store.ts';
import { DiskBlobStore } from '../documents/disk-blob-store.ts';
import { readUpload } from '../documents/multipart.ts';
import { DeskError } from '../errors.ts';
import { Sweep } from '../jobs/sweep.ts';
import { Unreadable } from './bag-source.ts';
import { Imported, Origin } from './imports.dto.ts';
import { Imports } from './imports.service.ts';
import { openZip } from './zip-in.ts';

const file = { type: 'string', format: 'binary' };
const uploadSchema = { type: 'object', required: ['file'], additionalProperties: false, properties: { file } };
/** A package that waits for longer than this belongs to no call any more. */
const ABANDONED_MS = 60 * 60 * 1000;

/** Taking over what another desk hands over. */
@ApiTags('evidence')
@Controller('requests')
export class ImportsController implements OnModuleInit {
  readonly #waiting: BlobStore;
  readonly #folder: string;

  constructor(
    @Inject(Imports) private readonly imports: Imports,
    @Inject(Sweep) private readonly sweep: Sweep,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    this.#folder = join(config.dataDir, 'imports');
    this.#waiting = new DiskBlobStore(this.#folder);
  }

  async onModuleInit(): Promise<void> {
    await this.#waiting.open();
    this.sweep.every('packages', async () => {
      await this.#waiting.sweep(ABANDONED_MS, () => Promise.resolve(false));
    });
  }

  @ApiOperation({ summary: 'Takes a request from the evidence package of another desk: all of it, or nothing' })
  @Post('import')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: uploadSchema as object })
  @ApiResponse({ status: 201, type: Imported })
  @ApiResponse({ status: 200, type: Imported, description: 'The request was here with the same history already.' })
  async import(
    @Me() me: User,
    @Req() httpRequest: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Imported> {
    this.imports.mayImport(me);
    const { arrivals, fields } = await readUpload(httpRequest, this.#waiting, this.config);
    try {
      const [arrival, another] = arrivals;
      if (!arrival || another || Object.values(fields).some((value) => value !== undefined)) {
        throw new DeskError('invalid', 'A package is sent as the part `file` alone.');
      }
      const imported = await this.#fromFile(me, this.#waiting.localPath(arrival.received));
      void reply.status(imported.isNew ? 201 : 200).header('Location', `/api/v1/requests/${imported.requestId}`);
      return imported;
    } finally {
      for (const { received } of arrivals) await this.#waiting.discard(received);
    }
  }

  @ApiOperation({ summary: 'Where a request came from, if it was imported' })
  @Get(':id/origin')
  async origin(@Me() me: User, @Param('id') id: string): Promise<Origin> {
    const origin = await this.imports.originOf(me, id);
    if (!origin) return { imported: null };
    const { number, chainCount: facts, chainHead, packageSum, importedBy, importedAt } = origin;
    return { imported: { number, facts, chainHead, packageSum, importedBy, importedAt } };
  }

  async #fromFile(me: User, path: string): Promise<Imported> {
    try {
      const source = await openZip(path);
      try {
        return await this.imports.import(me, source);
      } finally {
        await source.close();
      }
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      const detail = `is no package that can be read: ${error.message}`;
      throw new DeskError('does-not-fit', `The file ${detail}.`, {
        errors: [{ pointer: '/file', detail }],
        cause: error,
      });
    }
  }
}
