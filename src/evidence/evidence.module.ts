import { Module } from '@nestjs/common';
import { DocumentsModule } from '../documents/documents.module.ts';
import { PackagesController } from './packages.controller.ts';
import { Packages } from './packages.service.ts';
import { type PackagePart, PackageParts } from './part.ts';

/** What other features put into a package: list a provider of theirs in `inject`, and its module in `imports`. */
const parts = {
  provide: PackageParts,
  useFactory: (...all: PackagePart[]) => new PackageParts(all),
  inject: [],
};

/** Handing a request over as evidence. */
@Module({
  imports: [DocumentsModule],
  controllers: [PackagesController],
  providers: [parts, Packages],
})
export class EvidenceModule {}
