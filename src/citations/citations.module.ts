import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.ts';
import { DocumentsModule } from '../documents/documents.module.ts';
import { CitationsController } from './citations.controller.ts';
import { Citations } from './citations.service.ts';
import { PermalinkController } from './permalink.controller.ts';

/** Footnotes that stay true. */
@Module({
  imports: [AuthModule, DocumentsModule],
  controllers: [CitationsController, PermalinkController],
  providers: [Citations],
})
export class CitationsModule {}
