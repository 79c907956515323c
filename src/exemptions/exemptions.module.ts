import { Module } from '@nestjs/common';
import { DocumentsModule } from '../documents/documents.module.ts';
import { CompareController } from './compare.controller.ts';
import { Comparisons } from './comparisons.service.ts';
import { Detection } from './detection.service.ts';
import { ExemptionsController } from './exemptions.controller.ts';
import { Findings } from './findings.service.ts';
import { Ledgers } from './ledgers.service.ts';

/** What is withheld, by which exemption, and what a later release shows. */
@Module({
  imports: [DocumentsModule],
  controllers: [ExemptionsController, CompareController],
  providers: [Detection, Findings, Ledgers, Comparisons],
})
export class ExemptionsModule {}
