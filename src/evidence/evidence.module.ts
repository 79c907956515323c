import { Module } from '@nestjs/common';
import { DocumentsModule } from '../documents/documents.module.ts';
import { AgenciesModule } from '../agencies/agencies.module.ts';
import { RequestsModule } from '../requests/requests.module.ts';
import { CitationsPart } from './citations-part.ts';
import { ExemptionsPart } from './exemptions-part.ts';
import { ImportsController } from './imports.controller.ts';
import { Imports } from './imports.service.ts';
import { PackagesController } from './packages.controller.ts';
import { Packages } from './packages.service.ts';
import { type PackagePart, PackageParts } from './part.ts';

/** What other features put into a package: list a provider of theirs in `inject`, and its module in `imports`. */
const parts = {
  provide: PackageParts,
  useFactory: (...all: PackagePart[]) => new PackageParts(all),
  inject: [CitationsPart, ExemptionsPart],
};

/** Handing a request over as evidence. */
@Module({
  imports: [DocumentsModule, AgenciesModule, RequestsModule],
  controllers: [PackagesController, ImportsController],
  providers: [CitationsPart, ExemptionsPart, parts, Packages, Imports],
})
export class EvidenceModule {}
