import { Inject, Injectable, Module, type OnModuleInit } from '@nestjs/common';
import { Database } from '../database/database.ts';
import type { Engine } from '../database/engine.ts';
import { DocumentsModule } from '../documents/documents.module.ts';
import { Jobs } from '../jobs/jobs.service.ts';
import { PRIORITY } from '../jobs/priorities.ts';
import { Sweep } from '../jobs/sweep.ts';
import { RequestsModule } from '../requests/requests.module.ts';
import { Entries } from './entries.ts';
import { Fts5Index } from './fts5-index.ts';
import { IndexDocument } from './index-document.ts';
import { MakeIndex, stateOf } from './make-index.ts';
import { SearchController } from './search.controller.ts';
import { SearchFollower } from './search-follower.ts';
import { SearchIndex } from './search-index.ts';
import { SearchService } from './search.service.ts';
import { TsvectorIndex } from './tsvector-index.ts';

const MAKE_INDEX = 'make-search-index';

export function searchIndexOf(engine: Engine): SearchIndex {
  return engine === 'sqlite' ? new Fts5Index() : new TsvectorIndex();
}

/** For a command, which has no app. */
export function makeIndexOf(database: Database): MakeIndex {
  const entries = new Entries(searchIndexOf(database.engine));
  return new MakeIndex(database, entries, new IndexDocument(database, entries));
}

/** A desk that was restored, or comes from a release with other words, makes its index anew by itself. */
@Injectable()
class Remake implements OnModuleInit {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Sweep) private readonly sweep: Sweep,
    @Inject(Jobs) private readonly jobs: Jobs,
    @Inject(MakeIndex) private readonly makeIndex: MakeIndex,
  ) {}

  onModuleInit(): void {
    this.jobs.register(MAKE_INDEX, { run: async (lease) => void (await this.makeIndex.run(() => lease.check())) });
    this.sweep.every('search index', () => this.#look());
  }

  /** At every sweep: a `reindex` may have been interrupted. */
  async #look(): Promise<void> {
    if ((await this.database.read(stateOf)) === 'made') return;
    const job = { kind: MAKE_INDEX, subjectId: 'all', dedupe: 'all', priority: PRIORITY.reading };
    await this.database.write((tx) => this.jobs.add(tx, job));
  }
}

/** Finding things by their words. */
@Module({
  imports: [RequestsModule, DocumentsModule],
  controllers: [SearchController],
  providers: [
    {
      provide: SearchIndex,
      useFactory: (database: Database) => searchIndexOf(database.engine),
      inject: [Database],
    },
    Entries,
    IndexDocument,
    MakeIndex,
    SearchFollower,
    Remake,
    SearchService,
  ],
})
export class SearchModule {}
