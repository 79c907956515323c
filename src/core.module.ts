import { type DynamicModule, Global, Inject, Injectable, Module, type OnApplicationShutdown } from '@nestjs/common';
import type { Config } from './config.ts';
import { Database } from './database/database.ts';
import type { Log } from './log.ts';
import { Now } from './now.ts';

/** DI tokens of the two plain objects that everything shares. */
export const CONFIG = Symbol('CONFIG');
export const LOG = Symbol('LOG');

export interface Core {
  config: Config;
  log: Log;
  now: Now;
  /** Open already. */
  database: Database;
}

/** Closes the database after everything that uses it has been told to stop. */
@Injectable()
class CloseDatabase implements OnApplicationShutdown {
  constructor(@Inject(Database) private readonly database: Database) {}

  async onApplicationShutdown(): Promise<void> {
    await this.database.close();
  }
}

/** What every module may ask for: settings, log, the time and the door to the database. */
@Global()
@Module({})
export class CoreModule {
  static of(core: Core): DynamicModule {
    return {
      module: CoreModule,
      providers: [
        { provide: CONFIG, useValue: core.config },
        { provide: LOG, useValue: core.log },
        { provide: Now, useValue: core.now },
        { provide: Database, useValue: core.database },
        CloseDatabase,
      ],
      exports: [CONFIG, LOG, Now, Database],
    };
  }
}
