import { Module } from '@nestjs/common';
import { DocumentsModule } from '../documents/documents.module.ts';
import { Detection } from './detection.service.ts';
import { ExemptionsController } from './exemptions.controller.ts';
import { Findings } from './findings.service.ts';
import { Ledgers } from './ledgers.service.ts';

/** What is withheld, by which exemption, and what a later release shows. */
@Module({
  imports: [DocumentsModule],
  controllers: [ExemptionsController],
  providers: [Detection, Findings, Ledgers],
})
export class ExemptionsModule {}
