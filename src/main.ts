#!/usr/bin/env node
import 'reflect-metadata';
import { Command } from 'commander';
import { backup } from './cli/backup.ts';
import { clock } from './cli/clock.ts';
import { demo } from './cli/demo.ts';
import { importPackage } from './cli/import-package.ts';
import { key } from './cli/key.ts';
import { law } from './cli/law.ts';
import { migrate } from './cli/migrate.ts';
import { openapi } from './cli/openapi.ts';
import { read } from './cli/read.ts';
import { reindex } from './cli/reindex.ts';
import { restore } from './cli/restore.ts';
import { run } from './cli/run.ts';
import { serve } from './cli/serve.ts';
import { user } from './cli/user.ts';
import { verify } from './cli/verify.ts';
import { verifyPackage } from './cli/verify-package.ts';
import { why } from './cli/why.ts';
import { worker } from './cli/worker.ts';

/** Every command, in the order in which `--help` lists them. */
const commands = [
  serve,
  worker,
  migrate,
  user,
  key,
  clock,
  law,
  read,
  why,
  demo,
  verify,
  reindex,
  verifyPackage,
  importPackage,
  backup,
  restore,
  openapi,
];

const program = new Command('foia-desk')
  .description('A desk for people who file freedom-of-information requests.')
  .showHelpAfterError('Try --help.')
  .addHelpText('after', '\nExit codes: 0 done, 1 it failed (one sentence says why), 2 wrong settings or arguments.')
  .exitOverride();
for (const add of commands) add(program);

// SQLite makes its own files: without this, others on the machine could read them in a DATA_DIR that was open to them.
process.umask(0o077);

await run(program, process.argv);
