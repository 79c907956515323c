import { join } from 'node:path';
import { Module } from '@nestjs/common';
import type { Config } from '../config.ts';
import { CONFIG } from '../core.module.ts';
import { DocumentsModule } from '../documents/documents.module.ts';
import { HiddenTextService } from './hidden-text.service.ts';
import { PageFiles } from './page-files.ts';
import { ReadFile } from './read-file.ts';
import { ReadingController } from './reading.controller.ts';
import { ReadingFollower } from './reading.follower.ts';
import { ReadingService } from './reading.service.ts';
import { WorkingCopies } from './working-copy.ts';

/** What stands in released files, page by page. */
@Module({
  imports: [DocumentsModule],
  controllers: [ReadingController],
  providers: [
    HiddenTextService,
    PageFiles,
    ReadingService,
    ReadFile,
    ReadingFollower,
    {
      provide: WorkingCopies,
      inject: [CONFIG],
      useFactory: (config: Config) => new WorkingCopies(join(config.dataDir, 'reading')),
    },
  ],
})
export class ReadingModule {}
