// A worker as `foia-desk worker` is, from what was built, whose jobs can be counted: each leaves a line in the file
// EFFECTS (an act outside the database, as a mail is) and then a row in the table `tally`, with the end of the job.
import 'reflect-metadata';
import { appendFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { NestFactory } from '@nestjs/core';
import { openCore } from '../../dist/app.js';
import { stopOnSignals } from '../../dist/cli/stop-on-signals.js';
import { readConfig } from '../../dist/config.js';
import { CoreModule } from '../../dist/core.module.js';
import { JobsModule } from '../../dist/jobs/jobs.module.js';
import { Jobs } from '../../dist/jobs/jobs.service.js';
import { jobKinds } from '../../dist/jobs/kinds.js';

// No feature is wired here, so the desk's own kinds would have no handlers.
jobKinds.splice(0, jobKinds.length, 'tally');

const { EFFECTS, TAKES_MS = '0' } = process.env;
const core = await openCore({ ...readConfig(), runJobs: true });

const handler = {
  async run(lease) {
    await lease.check();
    await appendFile(EFFECTS, `${lease.subjectId}\n`);
    if (TAKES_MS !== '0') await sleep(Math.random() * Number(TAKES_MS));
    await core.database.write(async (tx) => {
      await tx.em.query(`INSERT INTO tally (subject_id, worker) VALUES ('${lease.subjectId}', '${lease.worker}')`);
      await lease.done(tx);
    });
  },
};

class TallyModule {}
const app = await NestFactory.createApplicationContext(
  {
    module: TallyModule,
    imports: [CoreModule.of(core), JobsModule],
    providers: [{ provide: 'tally', inject: [Jobs], useFactory: (jobs) => jobs.register('tally', handler) ?? handler }],
  },
  { logger: false, abortOnError: false },
);
stopOnSignals(() => app.close());
process.stdout.write('Tallying.\n');
