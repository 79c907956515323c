import { type DynamicModule, Module } from '@nestjs/common';
import { AgenciesModule } from './agencies/agencies.module.ts';
import { AuthModule } from './auth/auth.module.ts';
import { CitationsModule } from './citations/citations.module.ts';
import { type Core, CoreModule } from './core.module.ts';
import { DocumentsModule } from './documents/documents.module.ts';
import { ExemptionsModule } from './exemptions/exemptions.module.ts';
import { EvidenceModule } from './evidence/evidence.module.ts';
import { EventsModule } from './events/events.module.ts';
import { FeedsModule } from './feeds/feeds.module.ts';
import { HttpModule } from './http/http.module.ts';
import { ProbesModule } from './http/probes.module.ts';
import { JobsModule } from './jobs/jobs.module.ts';
import { JobTableModule } from './jobs/job-table.module.ts';
import { LawBookModule } from './lawbook/lawbook.module.ts';
import { LedgerModule } from './ledger/ledger.module.ts';
import { ReadingModule } from './reading/reading.module.ts';
import { RemindersModule } from './reminders/reminders.module.ts';
import { RequestsModule } from './requests/requests.module.ts';
import { SearchModule } from './search/search.module.ts';

/** Table of contents: every module, in reading order. Followers follow in this order too. */
@Module({})
export class AppModule {
  static of(core: Core): DynamicModule {
    return {
      module: AppModule,
      imports: [
        CoreModule.of(core),
        HttpModule,
        AuthModule,
        ProbesModule,
        JobsModule,
        JobTableModule,
        AgenciesModule,
        RequestsModule,
        LawBookModule,
        RemindersModule,
        LedgerModule,
        DocumentsModule,
        ReadingModule,
        SearchModule,
        ExemptionsModule,
        CitationsModule,
        EvidenceModule,
        EventsModule,
        FeedsModule,
      ],
    };
  }
}
