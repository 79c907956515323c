import { join } from 'node:path';
import { Module } from '@nestjs/common';
import type { Config } from '../config.ts';
import { CONFIG } from '../core.module.ts';
import { BlobStore } from './blob-store.ts';
import { DocumentFollowers } from './document-follower.ts';
import { DocumentsController } from './documents.controller.ts';
import { DocumentsService } from './documents.service.ts';

export function blobStoreOf(config: Pick<Config, 'dataDir'>): BlobStore {
  return new BlobStore(join(config.dataDir, 'files'));
}

/** Released files. */
@Module({
  controllers: [DocumentsController],
  providers: [
    DocumentFollowers,
    DocumentsService,
    { provide: BlobStore, useFactory: (config: Config) => blobStoreOf(config), inject: [CONFIG] },
  ],
  exports: [DocumentFollowers, DocumentsService, BlobStore],
})
export class DocumentsModule {}
