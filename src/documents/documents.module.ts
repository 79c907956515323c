import { join } from 'node:path';
import { Module } from '@nestjs/common';
import type { Config } from '../config.ts';
import { CONFIG } from '../core.module.ts';
import { BlobStore } from './blob-store.ts';
import { DiskBlobStore } from './disk-blob-store.ts';
import { DocumentFollowers } from './document-follower.ts';
import { DocumentsController } from './documents.controller.ts';
import { DocumentsService } from './documents.service.ts';
import { Keeping } from './keeping.service.ts';
import { Removal } from './removal.service.ts';
import { Resumables } from './resumables.service.ts';
import { Unpacking } from './unpacking.service.ts';
import { UploadsController } from './uploads.controller.ts';

/** Where released files are kept: a bucket if there is one, else the disk. Not open yet. */
export async function blobStoreOf(config: Config): Promise<BlobStore> {
  if (!config.s3Bucket) return new DiskBlobStore(join(config.dataDir, 'files'));
  // Half a second and many megabytes that a desk with a disk does not need.
  const { S3BlobStore } = await import('./s3-blob-store.ts');
  return new S3BlobStore(config);
}

/** Released files. */
@Module({
  controllers: [DocumentsController, UploadsController],
  providers: [
    DocumentFollowers,
    DocumentsService,
    Keeping,
    Removal,
    Resumables,
    Unpacking,
    { provide: BlobStore, useFactory: (config: Config) => blobStoreOf(config), inject: [CONFIG] },
  ],
  exports: [DocumentFollowers, DocumentsService, Keeping, BlobStore],
})
export class DocumentsModule {}
