import 'reflect-metadata';
import { mkdir } from 'node:fs/promises';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { readDayLists } from './agencies/day-list-body.ts';
import { AppModule } from './app.module.ts';
import type { Config } from './config.ts';
import type { Core } from './core.module.ts';
import { Database } from './database/database.ts';
import { registerMultipart } from './documents/multipart.ts';
import { readPieces } from './documents/tus-bridge.ts';
import { entities } from './entities.ts';
import { serveDocs } from './http/openapi.ts';
import { createServer } from './http/server.ts';
import { createLog, type Log, nestLog } from './log.ts';
import { Now } from './now.ts';
import { readForms } from './reminders/link-form.ts';
import { useLawInForce } from './requests/law-texts.ts';

export interface AppOptions {
  now?: Now;
  log?: Log;
}

/** Opens what everything shares. The schema must be at this release's number already. */
export async function openCore(config: Config, options: AppOptions = {}): Promise<Core> {
  const log = options.log ?? createLog(config.logLevel);
  await mkdir(config.dataDir, { recursive: true, mode: 0o700 });
  const database = new Database(config, entities, log);
  await database.open();
  try {
    // Every command reads by the law that is in force here, packs included.
    await database.read(useLawInForce);
  } catch (error) {
    await database.close();
    throw error;
  }
  return { config, log, now: options.now ?? new Now(), database };
}

/** Builds the whole app, not yet listening: `serve` and every end-to-end test use this one. */
export async function createApp(config: Config, options: AppOptions = {}): Promise<NestFastifyApplication> {
  const core = await openCore(config, options);
  try {
    const app = await NestFactory.create<NestFastifyApplication>(AppModule.of(core), createServer(config, core.log), {
      logger: nestLog(core.log),
      abortOnError: false,
      bodyParser: false,
    });
    app.setGlobalPrefix('api/v1', {
      exclude: ['livez', 'readyz', 'metrics', 'd/:prefix/p/:page', 'r/:token', 'f/:id/:file'],
    });
    await registerMultipart(app, config);
    readDayLists(app);
    readPieces(app);
    readForms(app);
    serveDocs(app);
    await app.init();
    return app;
  } catch (error) {
    await core.database.close();
    throw error;
  }
}

/** Builds the same app without HTTP: `worker` and the commands use this one. It runs jobs unless `runJobs` is off. */
export async function createContext(config: Config, options: AppOptions = {}): Promise<INestApplicationContext> {
  const core = await openCore(config, options);
  try {
    return await NestFactory.createApplicationContext(AppModule.of(core), {
      logger: nestLog(core.log),
      abortOnError: false,
    });
  } catch (error) {
    await core.database.close();
    throw error;
  }
}
